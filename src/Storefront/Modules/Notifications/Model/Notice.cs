using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Model;

/// <summary>Something a person should know; kept as key and arguments, so that it is read in the reader's language.</summary>
internal sealed class Notice
{
    public long Id { get; init; }

    public required long AccountId { get; init; }

    public required string TextKey { get; init; }

    public required string Arguments { get; init; }

    public required string Path { get; init; }

    public required DateTime At { get; init; }

    public Topic Topic { get; init; }

    /// <summary>Saved with what caused it, and true until somebody has thought of how to tell it outside: this row is the outbox of messages.</summary>
    public bool IsUntold { get; set; }

    public DateTime? SeenAt { get; set; }

    /// <summary>The one argument that may leave the house.</summary>
    public string About => Read().FirstOrDefault() ?? "";

    public string TextIn(Texts texts) => texts[TextKey, Read()];

    private string[] Read() => JsonSerializer.Deserialize<string[]>(Arguments)!;

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("Notices");
            builder.Ignore(notice => notice.About);
            builder.Property(notice => notice.TextKey).HasMaxLength(80);
            builder.Property(notice => notice.Arguments).HasMaxLength(2_000);
            builder.Property(notice => notice.Path).HasMaxLength(200);
            builder.HasIndex(notice => new { notice.AccountId, notice.SeenAt });
            builder.HasIndex(notice => new { notice.AccountId, notice.Id });
            builder.HasIndex(notice => new { notice.IsUntold, notice.Id });
        }
    }
}

internal static class NotificationSets
{
    extension(StoreDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<Telling> Tellings => db.Set<Telling>();

        public DbSet<PushDevice> PushDevices => db.Set<PushDevice>();

        public DbSet<TellingChoice> TellingChoices => db.Set<TellingChoice>();

        public DbSet<QuietHours> QuietHours => db.Set<QuietHours>();
    }
}
