using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Checkout.Model;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Load.Verify;

/// <summary>Money of buyers: every order has its payment, every payment its orders, nothing happens twice.</summary>
internal static class PaymentInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("3", "every order has a payment of its sum", OrdersHavePaymentAsync),
        new("3", "paid orders have one settled attempt of the same sum and currency", PaidAreSettledAsync),
        new("4", "settled money has paid an order or goes back", SettledIsUsedAsync),
        new("5", "no more goes back than came in", RefundsFitAsync),
        new("5", "no order gives back more than was paid, and every refund is at the payments", OrderRefundsFitAsync),
        new("5", "the book of transfers by hand asks back what its refunds ask for", TransfersFitAsync),
        new("7", "no notice, form or booking counts twice", NothingTwiceAsync),
    ];

    private static IQueryable<Payment> In(IQueryable<Payment> payments) => payments.Where(payment =>
        payment.State == PaymentState.Paid || payment.State == PaymentState.Refunding || payment.State == PaymentState.Refunded);

    private static Task<Answer> OrdersHavePaymentAsync(StoreDb db) => Answer.OfAsync(
        db.Set<Order>(), "orders",
        ("has no payment attempt", db.Set<Order>().Where(order => !db.Set<Payment>().Any(payment => payment.Code == order.CheckoutCode && payment.Attempts.Any())).Select(order => "order " + order.Number)),
        ("asks for another sum than its orders", db.Set<Payment>()
            .Where(payment => payment.Amount.Fen != db.Set<Order>().Where(order => order.CheckoutCode == payment.Code).Sum(order => order.Goods.Fen + order.Freight.Fen))
            .Select(payment => "payment " + payment.Id)));

    private static Task<Answer> PaidAreSettledAsync(StoreDb db)
    {
        var paid = db.Set<Order>().Where(order => order.State >= OrderState.Paid && order.State <= OrderState.Completed);
        var settled = In(db.Set<Payment>());
        var unsettled = paid.Where(order => !settled.Any(payment => payment.Code == order.CheckoutCode && payment.Attempts.Any(attempt =>
            attempt.Code == payment.SettledBy && attempt.State == AttemptState.Paid && attempt.Amount.Fen == payment.Amount.Fen && attempt.Currency == Sum.Yuan)));
        var shared = db.Set<Payment>().Where(payment => payment.SettledBy != null && db.Set<Payment>().Any(other => other.SettledBy == payment.SettledBy && other.Id != payment.Id));
        return Answer.OfAsync(
            paid, "paid orders",
            ("is paid without a settled attempt of its sum", unsettled.Select(order => "order " + order.Number)),
            ("shares its attempt with another", shared.Select(payment => "payment " + payment.Id)));
    }

    private static async Task<Answer> SettledIsUsedAsync(StoreDb db)
    {
        var underway = await db.Set<OutboxRow>().Where(row => row.HandledAt == null && row.Tries < DeliverOutbox.GiveUpAfter && row.Event == typeof(PaymentSettled).FullName)
            .Select(row => row.Payload).ToListAsync();
        var settled = db.Set<PaymentAttempt>().Where(attempt => attempt.State == AttemptState.Paid);
        var idle = await settled.Where(attempt => attempt.Payment.SettledBy == attempt.Code
                ? !db.Set<Order>().Any(order => order.CheckoutCode == attempt.Payment.Code) || db.Set<Order>().Any(order => order.CheckoutCode == attempt.Payment.Code && order.State == OrderState.AwaitingPayment)
                : !db.Set<Refund>().Any(refund => refund.AttemptId == attempt.Id))
            .Select(attempt => new { attempt.Id, attempt.Payment.Code }).ToListAsync();
        var kept = await In(db.Set<Payment>())
            .Where(payment => payment.RefundAsked.Fen < db.Set<Order>().Where(order => order.CheckoutCode == payment.Code && order.State == OrderState.Cancelled).Sum(order => order.Goods.Fen + order.Freight.Fen))
            .Select(payment => payment.Id).ToListAsync();
        return Answer.Of(await settled.CountAsync(), "settled attempts", idle
            .Where(one => !underway.Exists(payload => payload.Contains(one.Code, StringComparison.Ordinal))).Select(one => $"attempt {one.Id} is held for nothing")
            .Concat(kept.Select(id => $"payment {id} keeps the money of a cancelled order")));
    }

    private static Task<Answer> RefundsFitAsync(StoreDb db)
    {
        var done = db.Set<Refund>().Where(refund => refund.State == RefundState.Succeeded);
        return Answer.OfAsync(
            db.Set<Refund>(), "refunds",
            ("has given back more than was asked or paid", db.Set<Payment>().Where(payment => payment.Refunded.Fen > payment.RefundAsked.Fen || payment.RefundAsked.Fen > payment.Amount.Fen).Select(payment => "payment " + payment.Id)),
            ("counts other refunds than it has", db.Set<Payment>()
                .Where(payment => payment.Refunded.Fen != done.Where(refund => refund.PaymentId == payment.Id && refund.Attempt.Code == payment.SettledBy).Sum(refund => refund.Amount.Fen))
                .Select(payment => "payment " + payment.Id)),
            ("has given back more than it brought", db.Set<PaymentAttempt>()
                .Where(attempt => db.Set<Refund>().Where(refund => refund.AttemptId == attempt.Id).Sum(refund => refund.Amount.Fen) > (attempt.State == AttemptState.Paid ? attempt.Amount.Fen : 0))
                .Select(attempt => "attempt " + attempt.Id)));
    }

    private static Task<Answer> OrderRefundsFitAsync(StoreDb db)
    {
        var (lines, refunds) = (db.Set<OrderLine>(), db.Set<OrderRefund>());
        return Answer.OfAsync(
            refunds, "refunds of orders",
            ("has given back more than its line", lines
                .Where(line => refunds.SelectMany(refund => refund.Lines).Where(part => part.LineId == line.Id).Sum(part => part.Goods.Fen) > line.Price.Fen * line.Quantity)
                .Select(line => "line " + line.Id)),
            ("has given back more freight", db.Set<Order>().Where(order => order.Refunds.Sum(refund => refund.Freight.Fen) > order.Freight.Fen).Select(order => "order " + order.Number)),
            ("is not at the payments with its sum", refunds
                .Where(refund => !db.Set<Refund>().Any(known => known.Key == refund.Key && known.Amount.Fen == refund.Freight.Fen + refund.Lines.Sum(part => part.Goods.Fen)))
                .Select(refund => "refund " + refund.Key)),
            ("counts other refunds than it has", db.Set<Order>().Where(order => order.RefundCount != order.Refunds.Count).Select(order => "order " + order.Number)));
    }

    private static Task<Answer> TransfersFitAsync(StoreDb db)
    {
        var asked = db.Set<TransferMove>().Where(move => move.Kind == MoveKind.Refund && move.Refusal == null);
        return Answer.OfAsync(
            db.Set<Transfer>(), "transfers",
            ("asks back another sum", db.Set<Transfer>()
                .Where(transfer => transfer.AskedBack.Fen != asked.Where(move => move.TransferId == transfer.Id).Sum(move => move.Amount.Fen) || transfer.AskedBack.Fen > transfer.Received.Fen)
                .Select(transfer => "transfer " + transfer.Code)),
            ("is over here and not at the payments", db.Set<TransferMove>()
                .Where(move => move.Refusal != null && db.Set<Refund>().Any(refund => refund.Code == move.Refund && refund.State == RefundState.Succeeded)).Select(move => "refusal " + move.Id)));
    }

    private static Task<Answer> NothingTwiceAsync(StoreDb db) => Answer.OfAsync(
        db.Set<GatewayNotice>(), "notices",
        ("was heard twice", db.Set<GatewayNotice>().GroupBy(notice => new { notice.Gateway, notice.EventId }).Where(group => group.Count() > 1).Select(group => "event " + group.Key.EventId)),
        ("was placed twice", db.Set<PlacedCheckout>().GroupBy(checkout => checkout.Key).Where(group => group.Count() > 1).Select(group => "form " + group.Key)),
        ("was booked twice", db.Set<Journal>().GroupBy(journal => journal.Key).Where(group => group.Count() > 1).Select(group => "journal " + group.Key)),
        ("has two payments", db.Set<Payment>().GroupBy(payment => payment.Code).Where(group => group.Count() > 1).Select(group => "checkout " + group.Key)));
}
