using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Storefront.Data;

/// <summary>Times are UTC and whole milliseconds, so that both engines keep exactly what was given.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
