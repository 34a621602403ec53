using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>What the holder of an attempt's code sees of it and of its payment. Reads only.</summary>
internal sealed class ReadAttempt(StoreDb db, TimeProvider clock)
{
    /// <param name="MayTryAgain">The payment still waits and this attempt leaves room for another one.</param>
    /// <param name="Newest">Code of the payment's newest attempt.</param>
    internal sealed record Shown(
        string Code, string Gateway, AttemptState State, NextStep? Step, bool Surplus, PaymentState Payment, Money Amount, string Title,
        DateTime PayUntil, string ReturnPath, bool MayTryAgain, string Newest)
    {
        /// <summary>How long a payer who looks now has; shown where it is minutes and not days.</summary>
        public required TimeSpan Left { get; init; }

        /// <summary>Null: there is nothing that the payer could show.</summary>
        public Showing? Showing { get; init; }

        /// <summary>Nothing comes by itself in seconds: people look for the money.</summary>
        public bool IsByHand => Step is NextStep.Wait;

        /// <summary>Where it stands for its payer, as the middle part of texts' keys: waiting, asking, failed, expired, over, surplus, paid.</summary>
        public string Word => this switch
        {
            { Surplus: true } => "surplus",
            { IsPaid: true } => "paid",
            { Payment: PaymentState.Expired } => "over",
            { State: AttemptState.Unknown } => "asking",
            // Paid in the last second, perhaps: as long as the gateway has not said so, nobody tells the payer that it was too late.
            _ when Left <= TimeSpan.Zero => State == AttemptState.Started ? "asking" : "over",
            { State: AttemptState.Failed } => "failed",
            { State: AttemptState.Expired } => "expired",
            _ => "waiting",
        };

        public bool IsPaid => Payment is PaymentState.Paid or PaymentState.Refunding or PaymentState.Refunded;
    }

    /// <summary>Pictures of transfers: how many the payer has sent for this payment, and how many more are taken.</summary>
    internal sealed record Showing(int Sent, int Left);

    public async Task<Shown?> RunAsync(string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var attempt = await db.PaymentAttempts.AsNoTracking().Include(attempt => attempt.Payment).FirstOrDefaultAsync(attempt => attempt.Code == code, cancel);
        if (attempt is null) return null;
        var newest = await db.PaymentAttempts.Where(other => other.PaymentId == attempt.PaymentId).OrderByDescending(other => other.Id).Select(other => other.Code).FirstAsync(cancel);
        var payment = attempt.Payment;
        return new(
            attempt.Code, attempt.Gateway, attempt.State, attempt.Step, attempt.Surplus, payment.State, payment.Amount, payment.Title,
            payment.PayUntil, payment.ReturnPath, payment.MayBegin(now) && newest == code && attempt.State != AttemptState.Unknown, newest)
        {
            Left = payment.PayUntil - now,
            Showing = attempt.Gateway == ITransferBook.Gateway ? await ReadShowingAsync(code, cancel) : null,
        };
    }

    private async Task<Showing?> ReadShowingAsync(string attempt, CancellationToken cancel)
    {
        var all = db.ProofsBeside(attempt);
        var sent = await db.Transfers.Where(transfer => transfer.Attempt == attempt && transfer.State <= TransferState.Mismatch).Select(_ => (int?)all.Count()).FirstOrDefaultAsync(cancel);
        return sent is { } count ? new(count, Math.Max(0, PayerProof.Most - count)) : null;
    }
}
