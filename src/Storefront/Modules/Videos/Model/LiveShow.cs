using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Videos.Model;

/// <summary>A seller announces to be live: when, what about, and where if that is known.</summary>
internal sealed class LiveShow
{
    public const int AboutLength = 60;

    /// <summary>So many may stand announced at once; more is a programme nobody reads.</summary>
    public const int MostAhead = 10;

    public static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(60);

    /// <summary>Nobody says when a show ends; so long it is still worth going there.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(3);

    public long Id { get; init; }

    public required string Code { get; init; }

    public required long ShopId { get; init; }

    public required string About { get; init; }

    public string? Platform { get; init; }

    /// <summary>Rebuilt from platform and id, as a video's is.</summary>
    public string? Link { get; init; }

    public required DateTime StartsAt { get; init; }

    public DateTime? CancelledAt { get; set; }

    public List<LiveReminder> Reminders { get; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<LiveShow>
    {
        public void Configure(EntityTypeBuilder<LiveShow> builder)
        {
            builder.ToTable("LiveShows");
            builder.Property(show => show.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(show => show.About).HasMaxLength(AboutLength);
            builder.Property(show => show.Platform).HasMaxLength(20);
            builder.Property(show => show.Link).HasMaxLength(300);
            builder.HasIndex(show => show.Code).IsUnique();
            builder.HasIndex(show => show.StartsAt);
            builder.HasIndex(show => new { show.ShopId, show.StartsAt });
        }
    }
}

/// <summary>Somebody wants to be told shortly before.</summary>
internal sealed class LiveReminder
{
    public long Id { get; init; }

    public long ShowId { get; init; }

    public required LiveShow Show { get; init; }

    public required long AccountId { get; init; }

    /// <summary>Told once, whoever runs the timer how often.</summary>
    public DateTime? ToldAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LiveReminder>
    {
        public void Configure(EntityTypeBuilder<LiveReminder> builder)
        {
            builder.ToTable("LiveReminders");
            builder.Property(reminder => reminder.ToldAt).IsConcurrencyToken();
            builder.HasIndex(reminder => new { reminder.ShowId, reminder.AccountId }).IsUnique();
            builder.HasIndex(reminder => reminder.AccountId);
            builder.HasOne(reminder => reminder.Show).WithMany(show => show.Reminders).HasForeignKey(reminder => reminder.ShowId);
        }
    }
}

internal static class LiveSets
{
    extension(StoreDb db)
    {
        public DbSet<LiveShow> LiveShows => db.Set<LiveShow>();

        public DbSet<LiveReminder> LiveReminders => db.Set<LiveReminder>();
    }
}
