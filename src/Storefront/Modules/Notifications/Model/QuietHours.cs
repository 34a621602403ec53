using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Model;

/// <summary>From which full hour until which a person wants to be left alone, on the shop's clock. Whoever has said nothing sleeps from 22 to 7.</summary>
internal sealed class QuietHours
{
    public long Id { get; init; }

    public required long AccountId { get; init; }

    public bool IsOn { get; set; } = true;

    public int From { get; set; } = 22;

    public int Until { get; set; } = 7;

    public static QuietHours Usual(long accountId) => new() { AccountId = accountId };

    /// <summary>Now, or when the quiet hours that it is end.</summary>
    public DateTime FreeAt(DateTime now)
    {
        var local = LocalTime.Of(now);
        if (!IsOn || !Holds(local.Hour)) return now;
        var end = local.Date.AddHours(Until);
        return (end > local ? end : end.AddDays(1)) - LocalTime.Offset;
    }

    private bool Holds(int hour) => From < Until ? hour >= From && hour < Until : hour >= From || hour < Until;

    internal sealed class Mapping : IEntityTypeConfiguration<QuietHours>
    {
        public void Configure(EntityTypeBuilder<QuietHours> builder)
        {
            builder.ToTable("QuietHours");
            builder.HasIndex(hours => hours.AccountId).IsUnique();
        }
    }
}
