using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>Stored by number, never renumbered.</summary>
internal enum BatchState { Draft, Ordered, Dropped }

/// <summary>Payouts that go to the bank together. There is one draft at a time: two would promise the same money twice.</summary>
internal sealed class PayoutBatch
{
    public long Id { get; init; }

    public required string Code { get; init; }

    public BatchState State { get; private set; }

    public required DateTime ProposedAt { get; init; }

    /// <summary>When it was booked, or dropped.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>One and the same for every draft, nothing for others: a unique column lets no second draft in.</summary>
    public int? OnlyDraft { get; private set; } = 1;

    public List<PayoutLine> Lines { get; } = [];

    public void Order(DateTime now) => (State, DecidedAt, OnlyDraft) = (BatchState.Ordered, now, null);

    public void Drop(DateTime now) => (State, DecidedAt, OnlyDraft) = (BatchState.Dropped, now, null);

    internal sealed class Mapping : IEntityTypeConfiguration<PayoutBatch>
    {
        public void Configure(EntityTypeBuilder<PayoutBatch> builder)
        {
            builder.ToTable("PayoutBatches");
            builder.Property(batch => batch.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(batch => batch.State).IsConcurrencyToken();
            builder.HasIndex(batch => batch.Code).IsUnique();
            builder.HasIndex(batch => batch.OnlyDraft).IsUnique();
            builder.HasMany(batch => batch.Lines).WithOne(line => line.Batch).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
