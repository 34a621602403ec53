using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal sealed class PaymentsDesk(StoreDb db, GatewayBook book, TimeProvider clock, IHttpContextAccessor http) : IPayments
{
    /// <summary>As many codes as go into one query without meeting an engine's limit.</summary>
    private const int Chunk = 500;

    public IReadOnlyList<string> Gateways => book.Offered(Device);

    public IReadOnlyList<PayChoice> Choices => [.. Gateways.Select(key => new PayChoice(key, Words.Of(book.WayOf(key, Device))))];

    public bool FitsOutside => Device == Device.InWeChat && Gateways.Count == 0 && book.Offered(Device.Phone).Count > 0;

    private Device Device => http.HttpContext is { } context ? Payers.DeviceOf(context.Request) : Device.Desktop;

    public TimeSpan? TimeToPay(string gateway) => book.Find(gateway)?.TimeToPay;

    public string Stage(NewPayment payment, string gateway)
    {
        if (!book.IsReady(gateway)) throw new InvalidOperationException($"Gateway {gateway} is not offered.");
        if (payment.Amount <= Money.Zero) throw new InvalidOperationException($"Payment {payment.Code} asks for {payment.Amount}.");
        var now = clock.GetUtcNow().UtcDateTime;
        var staged = new Payment
        {
            Code = payment.Code,
            Amount = payment.Amount,
            Title = payment.Title,
            PayUntil = payment.PayUntil,
            ExpireAt = payment.PayUntil,
            ReturnPath = payment.ReturnPath,
            CreatedAt = now,
        };
        var attempt = PaymentAttempt.For(staged, gateway, now);
        db.Add(attempt);
        return attempt.Code;
    }

    public async Task<PaymentCard?> FindAsync(string code, CancellationToken cancel)
    {
        var found = await db.Payments.AsNoTracking().Where(payment => payment.Code == code)
            .Select(payment => new
            {
                Payment = payment,
                Last = payment.Attempts.OrderByDescending(attempt => attempt.Id).Select(attempt => new { attempt.Code, attempt.State }).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancel);
        return found is { Payment: var card, Last: var last }
            ? new(card.Code, card.Amount, card.Refunded, card.State, last is null ? null : Words.Of(last.State), card.PayUntil)
            {
                PayPath = last is not null && card.MayBegin(clock.GetUtcNow().UtcDateTime) ? IPayments.PayUrl(last.Code) : null,
            }
            : null;
    }

    public async Task<IReadOnlyDictionary<string, PaymentCard>> FindManyAsync(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var found = new Dictionary<string, PaymentCard>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(Chunk))
        {
            var payments = await db.Payments.AsNoTracking().Where(payment => some.Contains(payment.Code)).ToListAsync(cancel);
            foreach (var payment in payments)
                found[payment.Code] = new(payment.Code, payment.Amount, payment.Refunded, payment.State, LastAttempt: null, payment.PayUntil);
        }
        return found;
    }

    public async Task<bool> IsReturningAsync(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        foreach (var some in codes.Chunk(Chunk))
        {
            if (await db.Refunds.AnyAsync(refund => some.Contains(refund.Payment.Code) && refund.State != RefundState.Succeeded, cancel)) return true;
        }
        return false;
    }

    public async Task StageRefundAsync(string code, string refundKey, Money amount, CancellationToken cancel)
    {
        var payment = await db.Payments.FirstOrDefaultAsync(payment => payment.Code == code, cancel);
        if (payment is not { IsPaid: true }) return;
        if (db.Refunds.Local.Any(refund => refund.Payment == payment && refund.Key == refundKey)
            || await db.Refunds.AnyAsync(refund => refund.PaymentId == payment.Id && refund.Key == refundKey, cancel)) return;
        payment.AskRefund(amount);
        var attempt = await db.PaymentAttempts.SingleAsync(attempt => attempt.Code == payment.SettledBy, cancel);
        db.Add(Refund.Of(attempt, refundKey, amount, clock.GetUtcNow().UtcDateTime));
    }

    public async Task<IReadOnlyDictionary<string, RefundCard>> RefundsAsync(string code, CancellationToken cancel) =>
        await db.Refunds.AsNoTracking().Include(refund => refund.Attempt).Where(refund => refund.Payment.Code == code)
            .ToDictionaryAsync(refund => refund.Key, refund => new RefundCard(refund.Key, refund.Amount, refund.Progress, refund.SettledAt, refund.SaidWhy), cancel);

    public async Task<bool> StageCloseAsync(string code, CancellationToken cancel)
    {
        var payment = await db.Payments.FirstOrDefaultAsync(payment => payment.Code == code, cancel);
        if (payment is { IsPaid: true }) return false;
        payment?.Close(clock.GetUtcNow().UtcDateTime);
        return true;
    }
}
