using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>Short: when it was to be booked, less was available than had been proposed. Stored by number, never renumbered.</summary>
internal enum PayoutState { Proposed, Excluded, Short, Ordered, Paid, Returned }

/// <summary>Bank: on the list that finance takes to the bank. Account: sent to the shop's own account at a vendor. Stored by number, never renumbered.</summary>
internal enum PayoutWay { Bank, Account }

/// <summary>One shop's payout, or one helper's of the fees from all shops. From <see cref="PayoutState.Ordered"/> on its sum is booked as sent; what comes back is booked back.</summary>
internal sealed class PayoutLine
{
    public const int ReasonLength = 200;
    public const int ReferenceLength = 64;

    public long Id { get; init; }

    public required string Code { get; init; }

    public long BatchId { get; init; }

    public PayoutBatch Batch { get; init; } = null!;

    /// <summary>0 where a helper is paid: a column that had to become nullable would have its table built anew under a running shop.</summary>
    public long ShopId { get; private init; }

    /// <summary>The helper's account; 0 where a shop is paid.</summary>
    public long HelperId { get; private init; }

    public bool IsToHelper => HelperId != 0;

    public required Money Amount { get; init; }

    public PayoutState State { get; private set; }

    public PayoutWay Way { get; private set; }

    /// <summary>What has come back of it where a part can; where it came back whole by hand, its state says so.</summary>
    public Money CameBack { get; private set; }

    /// <summary>Why it was left out, why the vendor would not have it, or why it came back.</summary>
    public string? Reason { get; private set; }

    /// <summary>The bank's or the vendor's number of the transfer.</summary>
    public string? Reference { get; private set; }

    /// <summary>Private picture of the bank's slip.</summary>
    public string? ProofCode { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>Counts what came back, so that of two parts told at once one looks again.</summary>
    public int Version { get; private set; }

    public bool MayExclude => State == PayoutState.Proposed;

    public bool MaySettle => State == PayoutState.Ordered && Way == PayoutWay.Bank;

    /// <summary>Banks send money back days after they took it. What a vendor sent only the vendor can say has come back.</summary>
    public bool MayReturn => State is PayoutState.Ordered or PayoutState.Paid && Way == PayoutWay.Bank;

    public bool MayReverse => State == PayoutState.Paid && Way == PayoutWay.Account;

    public static PayoutLine ToShop(long shop, Money amount) => new() { Code = Storefront.Shared.Code.NewPublic(), ShopId = shop, Amount = amount };

    public static PayoutLine ToHelper(long account, Money amount) => new() { Code = Storefront.Shared.Code.NewPublic(), HelperId = account, Amount = amount };

    /// <summary>Whom these are for.</summary>
    public static (IReadOnlyList<long> Shops, IReadOnlyList<long> Helpers) PayeesOf(IReadOnlyCollection<PayoutLine> lines) =>
        ([.. lines.Where(line => !line.IsToHelper).Select(line => line.ShopId)], [.. lines.Where(line => line.IsToHelper).Select(line => line.HelperId)]);

    public void Exclude(string reason) => (State, Reason) = (PayoutState.Excluded, reason);

    /// <summary>Booked as sent, when the shop or helper still has as much.</summary>
    public bool Order(Money available)
    {
        State = Amount <= available ? PayoutState.Ordered : PayoutState.Short;
        return State == PayoutState.Ordered;
    }

    public void Settle(string reference, string proof, DateTime now) => (State, Reference, ProofCode, SettledAt) = (PayoutState.Paid, reference, proof, now);

    public void Return(string reason, DateTime now) => (State, Reason, SettledAt) = (PayoutState.Returned, reason, now);

    public void SendToAccount() => Way = PayoutWay.Account;

    /// <summary>True when it is news: what has come back meanwhile stays back.</summary>
    public bool Arrive(string reference, DateTime now)
    {
        Reference = reference.Length > ReferenceLength ? reference[..ReferenceLength] : reference;
        if (State != PayoutState.Ordered) return false;
        (State, SettledAt) = (PayoutState.Paid, now);
        return true;
    }

    /// <summary>The vendor would not have it: by the bank then. True when it is news.</summary>
    public bool FallBack(string reason)
    {
        if (State != PayoutState.Ordered || Way != PayoutWay.Account) return false;
        (Way, Reason) = (PayoutWay.Bank, Cut(reason));
        return true;
    }

    /// <summary>Finance wants it back, and says why before the vendor is asked.</summary>
    public void AskBack(string reason) => Reason = Cut(reason);

    /// <summary>So much of it has come back, all together. What of it is news: nothing, when a later word was heard before.</summary>
    public Money GiveBack(Money total, DateTime now)
    {
        var part = total - CameBack;
        if (part <= Money.Zero || total > Amount || Way != PayoutWay.Account) return Money.Zero;
        CameBack = total;
        Version++;
        if (total == Amount) (State, SettledAt) = (PayoutState.Returned, now);
        return part;
    }

    private static string Cut(string reason) => reason.Length > ReasonLength ? reason[..ReasonLength] : reason;

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
            builder.Property(line => line.Way).IsConcurrencyToken();
            builder.Property(line => line.Version).IsConcurrencyToken();
            builder.HasIndex(line => line.Code).IsUnique();
            builder.Ignore(line => line.IsToHelper);
            builder.HasIndex(line => new { line.BatchId, line.ShopId, line.HelperId }).IsUnique();
            builder.HasIndex(line => new { line.ShopId, line.State });
            builder.HasIndex(line => new { line.HelperId, line.State });
        }
    }
}
