using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Data.Events;

/// <summary>One event for one handler, saved with the change that caused it.</summary>
public sealed class OutboxRow
{
    public const int PayloadLength = 4_000;

    public long Id { get; init; }

    public required string Event { get; init; }

    public required string Handler { get; init; }

    public required string Payload { get; init; }

    public required DateTime At { get; init; }

    public DateTime NextTryAt { get; set; }

    public DateTime? HandledAt { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> builder)
        {
            builder.ToTable("Outbox");
            builder.Property(row => row.Event).HasMaxLength(200);
            builder.Property(row => row.Handler).HasMaxLength(200);
            builder.Property(row => row.Payload).HasMaxLength(PayloadLength);
            builder.Property(row => row.LastError).HasMaxLength(1_000);
            builder.HasIndex(row => new { row.HandledAt, row.NextTryAt });
        }
    }
}
