using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

/// <summary>Staged: to be sent, or sent and nobody knows. Returning: a person wants it back. Stored by number, never renumbered.</summary>
internal enum RemittanceState { Staged, Settled, Refused, Returning, Returned }

/// <summary>A payout on its way to the shop's account at a vendor. It is saved before the vendor is called, and counts every call before it is made.</summary>
internal sealed class Remittance
{
    /// <summary>From so many tries on it is on the admin's list.</summary>
    public const int Worrying = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public long Id { get; init; }

    /// <summary>The payout's: the idempotency key at the vendor, for ever the same.</summary>
    public required string Code { get; init; }

    public long PayeeId { get; init; }

    public Payee Payee { get; init; } = null!;

    public required Money Amount { get; init; }

    public required string Currency { get; init; }

    public RemittanceState State { get; private set; }

    public int Tries { get; private set; }

    public DateTime? NextTryAt { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SettledAt { get; private set; }

    public string? VendorReference { get; private set; }

    /// <summary>All that has come back; never less than before.</summary>
    public Money Reversed { get; private set; }

    /// <summary>The idempotency key of the reversal that was asked for last.</summary>
    public string? ReversalCode { get; private set; }

    /// <summary>What was asked for with it: the same on every try.</summary>
    public Money ReversalAmount { get; private set; }

    public string? Why { get; private set; }

    public int Version { get; private set; }

    public bool MayReverse => State == RemittanceState.Settled && Reversed < Amount;

    public RemitRequest Request => new(Code, new(Amount, Currency), Payee.VendorReference!, VendorReference);

    public ReverseRequest Reversal => new(Request, ReversalCode!, new(ReversalAmount, Currency));

    public RemittanceCard Card => new(Payee.Gateway, Reversed, State == RemittanceState.Staged && Tries > 1, State == RemittanceState.Returning, Why);

    public static Remittance To(Payee payee, string payout, Money amount, DateTime now) => new()
    {
        Code = payout,
        Payee = payee,
        Amount = amount,
        Currency = Sum.Yuan,
        CreatedAt = now,
        NextTryAt = now,
    };

    /// <summary>
    /// Notes that the vendor will now be called. Saved before the call: who dies in it, or is late, is asked after before anything is sent again, and a second node stays away.
    /// </summary>
    public bool Begin(DateTime now)
    {
        if (NextTryAt is null || NextTryAt > now) return false;
        NextTryAt = now + Pauses.After(Tries, FirstPause, LongestPause);
        Tries++;
        Version++;
        return true;
    }

    /// <summary>Nothing certain: the next try is set already.</summary>
    public void Await(string? why)
    {
        Why = PaymentAttempt.Cut(why, PaymentAttempt.WhyLength);
        Version++;
    }

    public void Settle(RemittanceSeen seen, DateTime now)
    {
        (State, SettledAt, NextTryAt, Why) = (RemittanceState.Settled, now, null, null);
        VendorReference = PaymentAttempt.Cut(seen.VendorReference, PaymentAttempt.ReferenceLength);
        Version++;
    }

    public void Refuse(string? why)
    {
        (State, NextTryAt, Why) = (RemittanceState.Refused, null, PaymentAttempt.Cut(why, PaymentAttempt.WhyLength));
        Version++;
    }

    public void TakeBack(DateTime now)
    {
        (State, ReversalCode, ReversalAmount) = (RemittanceState.Returning, Storefront.Shared.Code.NewSecret(), Amount - Reversed);
        (Tries, NextTryAt, Why) = (0, now, null);
        Version++;
    }

    /// <summary>The vendor will not: it stays where it is, until a person asks again.</summary>
    public void Keep(string? why)
    {
        (State, NextTryAt, Why) = (RemittanceState.Settled, null, PaymentAttempt.Cut(why, PaymentAttempt.WhyLength));
        Version++;
    }

    /// <summary>True when it is news.</summary>
    public bool GiveBack(Money reversed)
    {
        if (reversed <= Reversed) return false;
        Reversed = reversed;
        if (Reversed == Amount) (State, NextTryAt, Why) = (RemittanceState.Returned, null, null);
        Version++;
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Remittance>
    {
        public void Configure(EntityTypeBuilder<Remittance> builder)
        {
            builder.ToTable("Remittances");
            builder.Property(remittance => remittance.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(remittance => remittance.Currency).HasMaxLength(3);
            builder.Property(remittance => remittance.VendorReference).HasMaxLength(PaymentAttempt.ReferenceLength);
            builder.Property(remittance => remittance.ReversalCode).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(remittance => remittance.Why).HasMaxLength(PaymentAttempt.WhyLength);
            builder.Property(remittance => remittance.Version).IsConcurrencyToken();
            builder.Ignore(remittance => remittance.Request).Ignore(remittance => remittance.Reversal).Ignore(remittance => remittance.Card);
            builder.HasOne(remittance => remittance.Payee).WithMany().OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(remittance => remittance.Code).IsUnique();
            builder.HasIndex(remittance => remittance.NextTryAt);
            builder.HasIndex(remittance => new { remittance.State, remittance.Tries });
        }
    }
}
