using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Moderation.Model;

/// <summary>One act of an admin. <see cref="ActorId"/> is null when the shop itself acted (a timer).</summary>
internal sealed class AuditEntry : IAppendOnly
{
    public const int DetailLength = 500;

    public long Id { get; init; }

    public required DateTime At { get; init; }

    public long? ActorId { get; init; }

    public required string Act { get; init; }

    public required string Subject { get; init; }

    public string? Detail { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries");
            builder.Property(entry => entry.Act).HasMaxLength(40);
            builder.Property(entry => entry.Subject).HasMaxLength(80);
            builder.Property(entry => entry.Detail).HasMaxLength(DetailLength);
            builder.HasIndex(entry => new { entry.Subject, entry.Id });
        }
    }
}

internal static class ModerationSets
{
    extension(StoreDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
