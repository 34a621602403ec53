using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
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

    public DateTime? SeenAt { get; set; }

    public string TextIn(Texts texts) => texts[TextKey, JsonSerializer.Deserialize<string[]>(Arguments)!];

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("Notices");
            builder.Property(notice => notice.TextKey).HasMaxLength(80);
            builder.Property(notice => notice.Arguments).HasMaxLength(2_000);
            builder.Property(notice => notice.Path).HasMaxLength(200);
            builder.HasIndex(notice => new { notice.AccountId, notice.SeenAt });
            builder.HasIndex(notice => new { notice.AccountId, notice.Id });
        }
    }
}

internal static class NotificationSets
{
    extension(StoreDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
