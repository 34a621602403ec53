using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

/// <summary>A sum to be paid for one checkout, by whichever of its attempts succeeds first.</summary>
internal sealed class Payment
{
    /// <summary>How long after its time a payment is kept open because a gateway does not say whether it was paid.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(2);
    private static readonly TimeSpan ExpiryPause = TimeSpan.FromMinutes(1);

    public long Id { get; init; }

    /// <summary>The checkout's code.</summary>
    public required string Code { get; init; }

    public required Money Amount { get; init; }

    /// <summary>What has moved back.</summary>
    public Money Refunded { get; private set; }

    /// <summary>What was asked to move back, moved or not; never more than the amount.</summary>
    public Money RefundAsked { get; private set; }

    public PaymentState State { get; private set; }

    public required DateTime PayUntil { get; init; }

    /// <summary>When the timer looks next whether it can expire.</summary>
    public required DateTime ExpireAt { get; set; }

    /// <summary>Its checkout was given up: money that still arrives goes back.</summary>
    public bool Closing { get; private set; }

    public required string Title { get; init; }

    public required string ReturnPath { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Code of the attempt that paid it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>Counts the moves: two movers at once cannot both win.</summary>
    public int Version { get; private set; }

    public List<PaymentAttempt> Attempts { get; } = [];

    public bool MayBegin(DateTime now) => MaySettle && now < PayUntil;

    public bool MaySettle => State == PaymentState.Waiting && !Closing;

    public bool IsPaid => State is PaymentState.Paid or PaymentState.Refunding or PaymentState.Refunded;

    public void Settle(PaymentAttempt attempt, DateTime now)
    {
        if (!MaySettle) throw new InvalidOperationException($"Payment {Code} is {State} and cannot be settled.");
        Move(PaymentState.Paid);
        SettledBy = attempt.Code;
        foreach (var other in Attempts.Where(other => other != attempt && other.IsLive)) other.AskSoon(now);
    }

    public void Close(DateTime now)
    {
        if (State != PaymentState.Waiting || Closing) return;
        Closing = true;
        ExpireAt = now;
        Version++;
    }

    public void Expire()
    {
        if (State != PaymentState.Waiting) throw new InvalidOperationException($"Payment {Code} is {State} and cannot expire.");
        Move(PaymentState.Expired);
    }

    /// <summary>A gateway did not say whether it was paid: look again later.</summary>
    public void PostponeExpiry(DateTime now)
    {
        ExpireAt = now + ExpiryPause;
        Version++;
    }

    /// <summary>An attempt was added: of two adders at once one looks again.</summary>
    public void Touch() => Version++;

    public void AskRefund(Money amount)
    {
        if (!IsPaid || amount <= Money.Zero || RefundAsked + amount > Amount)
            throw new InvalidOperationException($"Payment {Code} is {State} with {RefundAsked} of {Amount} asked back; {amount} more cannot be.");
        RefundAsked += amount;
        Move(PaymentState.Refunding);
    }

    public void RefundDone(Money amount)
    {
        Refunded += amount;
        Move(Refunded == Amount ? PaymentState.Refunded : Refunded == RefundAsked ? PaymentState.Paid : PaymentState.Refunding);
    }

    private void Move(PaymentState to)
    {
        State = to;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Payment>
    {
        public void Configure(EntityTypeBuilder<Payment> builder)
        {
            builder.ToTable("Payments");
            builder.Property(payment => payment.Code).HasMaxLength(40);
            builder.Property(payment => payment.Title).HasMaxLength(120);
            builder.Property(payment => payment.ReturnPath).HasMaxLength(200);
            builder.Property(payment => payment.SettledBy).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(payment => payment.Version).IsConcurrencyToken();
            builder.HasIndex(payment => payment.Code).IsUnique();
            builder.HasIndex(payment => new { payment.State, payment.ExpireAt });
        }
    }
}

internal static class PaymentTables
{
    extension(StoreDb db)
    {
        public DbSet<Payment> Payments => db.Set<Payment>();

        public DbSet<PaymentAttempt> PaymentAttempts => db.Set<PaymentAttempt>();

        public DbSet<GatewayNotice> GatewayNotices => db.Set<GatewayNotice>();

        public DbSet<Refund> Refunds => db.Set<Refund>();

        public DbSet<Transfer> Transfers => db.Set<Transfer>();

        public DbSet<TransferMove> TransferMoves => db.Set<TransferMove>();

        public DbSet<PayerProof> PayerProofs => db.Set<PayerProof>();

        /// <summary>All that the payer has shown of the payment that an attempt is of, by this attempt or another.</summary>
        public IQueryable<PayerProof> ProofsBeside(string code) =>
            from mine in db.PaymentAttempts
            where mine.Code == code
            join attempt in db.PaymentAttempts on mine.PaymentId equals attempt.PaymentId
            join transfer in db.Transfers on attempt.Code equals transfer.Attempt
            join proof in db.PayerProofs on transfer.Id equals proof.TransferId
            select proof;
    }
}
