namespace Storefront.Shared;

/// <summary>The shop's wall clock. China keeps one time, UTC+8, without summer time: a fixed offset needs no time zone files on the machine.</summary>
public static class LocalTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => utc + Offset;

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Of(clock.GetUtcNow().UtcDateTime));
}
