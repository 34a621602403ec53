using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

/// <summary>Sent: the vendor has taken it on and says later what became of it.</summary>
internal enum RefundState { Staged, Sent, Succeeded, Failed }

/// <summary>Money on its way back over the attempt that brought it.</summary>
internal sealed class Refund
{
    /// <summary>From so many tries on it is on the admin's list.</summary>
    public const int Worrying = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public long Id { get; init; }

    /// <summary>The idempotency key at the gateway.</summary>
    public required string Code { get; set; }

    /// <summary>Who asks twice with the same key for the same payment, asks once.</summary>
    public required string Key { get; init; }

    public long PaymentId { get; init; }

    public Payment Payment { get; init; } = null!;

    public long AttemptId { get; init; }

    public PaymentAttempt Attempt { get; init; } = null!;

    public required Money Amount { get; init; }

    public RefundState State { get; private set; }

    public int Tries { get; private set; }

    public DateTime? NextTryAt { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SettledAt { get; private set; }

    public string? VendorReference { get; private set; }

    public string? Why { get; private set; }

    /// <summary>What the buyer is told of it.</summary>
    public ReturnState Progress => State switch
    {
        RefundState.Succeeded => ReturnState.Done,
        RefundState.Sent => ReturnState.OnItsWay,
        RefundState.Staged when Tries < Worrying => ReturnState.Asked,
        _ => ReturnState.Stuck,
    };

    /// <summary>Why it did not work, where people have written it to be read by everybody; vendors' words are codes.</summary>
    public string? SaidWhy => State == RefundState.Failed && Attempt.Gateway == ITransferBook.Gateway ? Why : null;

    public static Refund Of(PaymentAttempt attempt, string key, Money amount, DateTime now) => new()
    {
        Code = Storefront.Shared.Code.NewSecret(),
        Key = key,
        Payment = attempt.Payment,
        Attempt = attempt,
        Amount = amount,
        CreatedAt = now,
        NextTryAt = now,
    };

    public static string SurplusKey(string attempt) => "surplus:" + attempt;

    /// <summary>Nothing certain, or not yet: again later, with growing pauses and never giving up.</summary>
    public void Await(RefundSeen seen, DateTime now)
    {
        if (seen.Status == RefundStatus.Pending) State = RefundState.Sent;
        Hear(seen);
        NextTryAt = now + Pauses.After(Tries, FirstPause, LongestPause);
        Tries++;
    }

    public void Succeed(RefundSeen seen, DateTime now)
    {
        Hear(seen);
        (State, SettledAt, NextTryAt) = (RefundState.Succeeded, now, null);
    }

    public void Fail(RefundSeen seen)
    {
        Hear(seen);
        (State, NextTryAt) = (RefundState.Failed, null);
    }

    /// <summary>A person wants it sent again. What was refused for good stays refused under its code, so it gets a new one.</summary>
    public void Again(DateTime now) => (Code, State, Tries, NextTryAt, Why) = (Storefront.Shared.Code.NewSecret(), RefundState.Staged, 0, now, null);

    private void Hear(RefundSeen seen)
    {
        VendorReference = PaymentAttempt.Cut(seen.VendorReference, PaymentAttempt.ReferenceLength) ?? VendorReference;
        Why = PaymentAttempt.Cut(seen.Why, PaymentAttempt.WhyLength);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Refund>
    {
        public void Configure(EntityTypeBuilder<Refund> builder)
        {
            builder.ToTable("Refunds");
            builder.Property(refund => refund.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(refund => refund.Key).HasMaxLength(100);
            builder.Property(refund => refund.VendorReference).HasMaxLength(PaymentAttempt.ReferenceLength);
            builder.Property(refund => refund.Why).HasMaxLength(PaymentAttempt.WhyLength);
            builder.Property(refund => refund.State).IsConcurrencyToken();
            builder.HasOne(refund => refund.Payment).WithMany().OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(refund => refund.Attempt).WithMany().OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(refund => refund.Code).IsUnique();
            builder.HasIndex(refund => new { refund.PaymentId, refund.Key }).IsUnique();
            builder.HasIndex(refund => refund.NextTryAt);
            builder.HasIndex(refund => new { refund.State, refund.Tries });
        }
    }
}
