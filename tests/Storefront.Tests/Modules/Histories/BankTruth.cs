using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Histories;

/// <summary>The bank's book is the other side of the truth: it holds just what the shop says that it keeps.</summary>
internal sealed class BankTruth(PayingStalls market, RefundSteps refunds)
{
    public async Task AssertAsync(Purchase purchase, int seed)
    {
        var payment = await market.App.ReadAsync(db => db.Payments.AsNoTracking().Include(payment => payment.Attempts).SingleAsync(payment => payment.Code == purchase.Checkout));
        var orders = await market.App.ReadAsync(db => db.Orders.AsNoTracking().WithRefunds().Where(order => order.CheckoutCode == purchase.Checkout).ToListAsync());
        Assert.True(payment.State != PaymentState.Waiting, $"seed {seed}: payment {payment.Code} still waits");
        var kept = orders.Where(order => order.IsPaid).Sum(order => order.Total.Fen - order.Refunds.Sum(refund => refund.Sum.Fen));
        var (held, atDesk) = (0L, 0L);
        foreach (var attempt in payment.Attempts)
        {
            if (await market.App.RunAsync<SandboxBank, Charge?>(bank => bank.FindAsync(attempt.Code, default)) is { State: ChargeState.Paid } charge) held += charge.Fen - charge.Refunds.Values.Sum();
            atDesk += refunds.AtDesk(attempt.Code);
        }
        // The bank refuses to give back what its desk has given back already: a person's matter, and the only one.
        var refused = atDesk == 0 ? 0 : await market.App.ReadAsync(db => db.Refunds.Where(refund => refund.PaymentId == payment.Id && refund.State == RefundState.Failed).SumAsync(refund => refund.Amount.Fen));
        if (kept + refused - atDesk != held)
            Assert.Fail($"seed {seed}: keeps {kept} fen, was refused {refused}, the desk gave {atDesk} and the bank holds {held}; {await TellAsync(payment, orders)}");
    }

    private async Task<string> TellAsync(Payment payment, IEnumerable<Order> orders)
    {
        var known = await market.App.ReadAsync(db => db.Refunds.AsNoTracking().Where(refund => refund.Payment.Code == payment.Code).ToListAsync());
        var charges = (await market.App.RunAsync<SandboxBank, IReadOnlyList<Charge>>(bank => bank.AllAsync(default))).Where(charge => payment.Attempts.Exists(attempt => attempt.Code == charge.Attempt));
        return $"bank {string.Join(", ", charges)}; {payment.State} {payment.Amount.Fen}: attempts {string.Join(", ", payment.Attempts.Select(attempt => $"{attempt.Code} {attempt.State} started {attempt.StartedAt:T} surplus {attempt.Surplus} {attempt.Why}"))}; "
            + $"orders {string.Join(", ", orders.Select(order => $"{order.State} {order.Total.Fen}"))}; refunds {string.Join(", ", known.Select(refund => $"{refund.Key} {refund.State} {refund.Amount.Fen} {refund.Why}"))}";
    }
}
