using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>Short: when it was to be booked, less was available than had been proposed. Stored by number, never renumbered.</summary>
internal enum PayoutState { Proposed, Excluded, Short, Ordered, Paid, Returned }

/// <summary>One shop's payout. From <see cref="PayoutState.Ordered"/> on its sum is booked as sent; what comes back is booked back.</summary>
internal sealed class PayoutLine
{
    public const int ReasonLength = 200;
    public const int ReferenceLength = 64;

    public long Id { get; init; }

    public required string Code { get; init; }

    public long BatchId { get; init; }

    public PayoutBatch Batch { get; init; } = null!;

    public required long ShopId { get; init; }

    public required Money Amount { get; init; }

    public PayoutState State { get; private set; }

    /// <summary>Why it was left out, or why it came back.</summary>
    public string? Reason { get; private set; }

    /// <summary>The bank's number of the transfer.</summary>
    public string? Reference { get; private set; }

    /// <summary>Private picture of the bank's slip.</summary>
    public string? ProofCode { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public bool MayExclude => State == PayoutState.Proposed;

    public bool MaySettle => State == PayoutState.Ordered;

    /// <summary>Banks send money back days after they took it.</summary>
    public bool MayReturn => State is PayoutState.Ordered or PayoutState.Paid;

    public void Exclude(string reason) => (State, Reason) = (PayoutState.Excluded, reason);

    /// <summary>Booked as sent, when the shop still has as much.</summary>
    public bool Order(Money available)
    {
        State = Amount <= available ? PayoutState.Ordered : PayoutState.Short;
        return State == PayoutState.Ordered;
    }

    public void Settle(string reference, string proof, DateTime now) => (State, Reference, ProofCode, SettledAt) = (PayoutState.Paid, reference, proof, now);

    public void Return(string reason, DateTime now) => (State, Reason, SettledAt) = (PayoutState.Returned, reason, now);

    internal sealed class Mapping : IEntityTypeConfiguration<PayoutLine>
    {
        public void Configure(EntityTypeBuilder<PayoutLine> builder)
        {
            builder.ToTable("PayoutLines");
            builder.Property(line => line.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(line => line.Reason).HasMaxLength(ReasonLength);
            builder.Property(line => line.Reference).HasMaxLength(ReferenceLength);
            builder.Property(line => line.ProofCode).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(line => line.State).IsConcurrencyToken();
            builder.HasIndex(line => line.Code).IsUnique();
            builder.HasIndex(line => new { line.BatchId, line.ShopId }).IsUnique();
            builder.HasIndex(line => new { line.ShopId, line.State });
        }
    }
}
