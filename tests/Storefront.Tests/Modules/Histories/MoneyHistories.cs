using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Load.Verify;
using Storefront.Modules.Ledger;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Data.Events;
using Storefront.Tests.Modules.Orders;
using PaymentState = Storefront.Modules.Payments.Contracts.PaymentState;
using Signature = Storefront.Modules.Orders.Model.Signature;

namespace Storefront.Tests.Modules.Histories;

/// <summary>
/// Invariants 1 to 7 and 9 over many purchases whose histories run into each other: paid, paid twice, late or with a wrong sum, notices doubled, attempts changed, orders
/// called off, given back in parts, sent, completed, paid out, work cut off in the middle and begun again, refunds begun at the bank's own desk.
/// STOREFRONT_HISTORIES says how many; CI wants ten thousand. A failure names its seed.
/// </summary>
public sealed class MoneyHistories(Stalls market) : IClassFixture<Stalls>
{
    private const int AtOnce = 100;
    private const int Steps = 7;

    /// <summary>Each takes more than a week of the shop's time, and the goods keep for 300 days.</summary>
    private const int RoundsInAYear = 25;
    private static readonly Signature ByBuyer = new(Mover.Buyer), BySeller = new(Mover.Seller, 1);
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("STOREFRONT_HISTORIES") ?? "300", CultureInfo.InvariantCulture);

    private readonly List<(Shop Shop, string Variant)> _stalls = [];
    private readonly HashSet<string> _deskRefunds = new(StringComparer.Ordinal);

    private enum Act { Begin, Pay, PayTwice, PayUnheard, PayLate, WrongSum, Decline, Silence, Another, CallOff, GiveBack, GiveBackTwice, DeskRefund, Ship, Confirm, CutOff, Timers, Minutes }

    /// <summary>What leads on comes more often.</summary>
    private static Act[] Acts => [.. Enum.GetValues<Act>(), Act.Begin, Act.Pay, Act.Pay, Act.Pay, Act.PayTwice, Act.PayUnheard, Act.GiveBack, Act.Ship, Act.Confirm, Act.CallOff, Act.Timers];

    [Fact]
    public async Task Money_and_goods_add_up_after_any_history()
    {
        for (var round = 0; round * AtOnce < Count; round++)
        {
            if (round % RoundsInAYear == 0) await StockUpAsync();
            await RunAsync(round);
        }
    }

    private async Task StockUpAsync()
    {
        _stalls.Clear();
        for (var number = 0; number < 4; number++)
        {
            var (_, shop) = await market.OpenShopAsync();
            foreach (var fen in new[] { 1_999, 333 }) _stalls.Add((shop, await market.OfferAsync(shop, 90_000, fen)));
        }
    }

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var purchases = new List<Purchase>();
        for (var one = 0; one < AtOnce; one++) purchases.Add(await BuyAsync(random));
        for (var step = 0; step < AtOnce * Steps; step++) await DoAsync(random, purchases[random.Next(AtOnce)]);
        await SettleAsync();
        foreach (var purchase in purchases) await AssertAsync(purchase, seed);
        if (seed % 10 == 0 || (seed + 1) * AtOnce >= Count) await VerifyAsync(seed);
    }

    private Task<Purchase> BuyAsync(Random random)
    {
        var goods = Enumerable.Range(0, random.Next(1, 4)).Select(_ => _stalls[random.Next(_stalls.Count)]).Distinct().Select(stall => (stall.Shop, stall.Variant, random.Next(1, 4))).ToList();
        return Purchase.PlaceAsync(market, goods);
    }

    private async Task DoAsync(Random random, Purchase purchase)
    {
        var attempts = await market.App.ReadAsync(db => db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.Payment.Code == purchase.Checkout).OrderBy(attempt => attempt.Id).ToListAsync());
        var (attempt, order) = (attempts[random.Next(attempts.Count)], purchase.Orders[random.Next(purchase.Orders.Count)]);
        switch (Acts[random.Next(Acts.Length)])
        {
            case Act.Begin: await BeginAsync(attempts[^1].Code); break;
            case Act.Pay: await BankAsync(attempt, notices: 1, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayTwice: await BankAsync(attempt, notices: 2, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayUnheard: await BankAsync(attempt, notices: 0, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayLate: await BankAsync(attempt, notices: 0, (bank, charge) => bank.PayAsync(charge, late: true, default)); break;
            case Act.WrongSum: await SeeAsync(new PaymentSeen(attempt.Code, PaymentStatus.Paid, attempt.Sum with { Amount = attempt.Amount + new Money(1) })); break;
            case Act.Decline: await BankAsync(attempt, notices: 1, (bank, charge) => bank.DeclineAsync(charge, default)); break;
            case Act.Silence: await BankAsync(attempt, notices: 0, (bank, charge) => bank.SilenceAsync(charge, default)); break;
            case Act.Another: await market.App.RunAsync<SwitchGateway, SwitchGateway.Result>(change => change.RunAsync(attempt.Code, SandboxGateway.Name, default)); break;
            case Act.CallOff: await market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Code == order, ByBuyer, null, default)); break;
            case Act.GiveBack: await GiveBackAsync(order, random); break;
            case Act.GiveBackTwice: await Task.WhenAll(GiveBackAsync(order, random), GiveBackAsync(order, random)); break;
            case Act.DeskRefund: await DeskRefundAsync(attempt, random); break;
            case Act.Ship: await market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Code == order, "yuantong", "YT1234567890123", BySeller, default)); break;
            case Act.Confirm: await market.App.RunAsync<ConfirmReceipt, bool>(confirm => confirm.RunAsync(order, null, default)); break;
            case Act.CutOff: await CutOffAsync(random); break;
            case Act.Timers: await TimersAsync(); break;
            default: market.App.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 4))); break;
        }
    }

    private Task<bool> BeginAsync(string attempt) =>
        market.App.RunAsync<BeginPayment, bool>(begin => begin.RunAsync(attempt, new(new("https://market.example"), new(Device.Phone, "en", null, null)), default));

    private Task<NoticeOutcome> SeeAsync(Observation what) => market.App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new(SandboxGateway.Name, what), default));

    /// <summary>Notices come at the same time.</summary>
    private Task<bool> BankAsync(PaymentAttempt attempt, int notices, Func<SandboxBank, string, Task<Charge?>> act) => market.App.RunAsync<IServiceProvider, bool>(async services =>
    {
        var (bank, post) = (services.GetService(typeof(SandboxBank)) as SandboxBank, services.GetService(typeof(SandboxPost)) as SandboxPost);
        if (await bank!.FindAsync(attempt.Code, default) is not { } charge || await act(bank, charge.Code) is not { } changed) return false;
        if (bank.Admits(changed) || changed.State == ChargeState.Declined) await Task.WhenAll(Enumerable.Range(0, notices).Select(_ => post!.DeliverAsync(changed, default)));
        return true;
    });

    private Task<RefundOrder.Outcome> GiveBackAsync(string order, Random random)
    {
        var request = random.Next(2) == 0
            ? new RefundOrder.Request([random.Next(3), random.Next(2), 0], random.Next(2) == 0, Sum: null, "x", Restock: true)
            : new RefundOrder.Request([], Freight: false, new(random.Next(1, 4_000)), "x", Restock: true);
        return market.App.RunAsync<RefundOrder, RefundOrder.Outcome>(refund => refund.RunAsync(one => one.Code == order, request, BySeller, default));
    }

    /// <summary>The shop hears of it and can only say so; what it asks back later may be refused.</summary>
    private async Task DeskRefundAsync(PaymentAttempt attempt, Random random)
    {
        var sum = Sum.Cny(new(random.Next(1, 500)));
        if (!await market.App.RunAsync<SandboxBank, bool>(bank => bank.RefundAsync(attempt.Code, $"desk{attempt.Code}", sum, default))) return;
        _deskRefunds.Add(attempt.Code);
        await SeeAsync(new RefundSeen(attempt.Code, null, RefundStatus.Succeeded, sum));
    }

    /// <summary>Work that is broken off anywhere is begun again by somebody else.</summary>
    private async Task CutOffAsync(Random random)
    {
        using var death = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 12)));
        try
        {
            await market.App.RunAsync<DeliverOutbox, bool>(async outbox => { await outbox.RunAsync(death.Token); return true; });
        }
        catch (OperationCanceledException)
        {
            Assert.True(death.IsCancellationRequested);
        }
    }

    private async Task TimersAsync()
    {
        await market.RunAsync<JudgeKeptNotices>();
        await market.RunAsync<AskGateways>();
        await market.RunAsync<ExpirePayments>();
        await market.RunAsync<SendRefunds>();
        await market.App.DeliverAsync();
    }

    /// <summary>Time goes by until nothing is open any more, money is released, and shops are paid.</summary>
    private async Task SettleAsync()
    {
        foreach (var minutes in new[] { 3, 31, 12, 150, 61, 61 })
        {
            market.App.Clock.Advance(TimeSpan.FromMinutes(minutes));
            for (var again = 0; again < 4; again++) await TimersAsync();
        }
        market.App.Clock.Advance(TimeSpan.FromDays(8));
        await market.RunAsync<ReleaseMoney>();
        if ((await market.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default))).Code is { } batch)
            await market.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(batch, drop: false, default));
    }

    /// <summary>The bank's book is the other side of the truth: it holds just what the shop says that it keeps.</summary>
    private async Task AssertAsync(Purchase purchase, int seed)
    {
        var payment = await market.App.ReadAsync(db => db.Payments.AsNoTracking().Include(payment => payment.Attempts).SingleAsync(payment => payment.Code == purchase.Checkout));
        var orders = await market.App.ReadAsync(db => db.Orders.AsNoTracking().WithRefunds().Where(order => order.CheckoutCode == purchase.Checkout).ToListAsync());
        Assert.True(payment.State != PaymentState.Waiting, $"seed {seed}: payment {payment.Code} still waits");
        var kept = orders.Where(order => order.IsPaid).Aggregate(Money.Zero, (sum, order) => sum + order.Total - order.Refunds.Aggregate(Money.Zero, (back, refund) => back + refund.Sum));
        if (payment.Attempts.Exists(attempt => _deskRefunds.Contains(attempt.Code))) return;
        var held = 0L;
        foreach (var attempt in payment.Attempts)
        {
            if (await market.App.RunAsync<SandboxBank, Charge?>(bank => bank.FindAsync(attempt.Code, default)) is { State: ChargeState.Paid } charge) held += charge.Fen - charge.Refunds.Values.Sum();
        }
        if (kept.Fen != held) Assert.Fail($"seed {seed}: keeps {kept.Fen} fen, the bank holds {held}; {await TellAsync(payment, orders)}");
    }

    private async Task<string> TellAsync(Payment payment, IEnumerable<Order> orders)
    {
        var refunds = await market.App.ReadAsync(db => db.Refunds.AsNoTracking().Where(refund => refund.Payment.Code == payment.Code).ToListAsync());
        var charges = (await market.App.RunAsync<SandboxBank, IReadOnlyList<Charge>>(bank => bank.AllAsync(default))).Where(charge => payment.Attempts.Exists(attempt => attempt.Code == charge.Attempt));
        return $"bank {string.Join(", ", charges)}; {payment.State} {payment.Amount.Fen}: attempts {string.Join(", ", payment.Attempts.Select(attempt => $"{attempt.Code} {attempt.State} started {attempt.StartedAt:T} surplus {attempt.Surplus} {attempt.Why}"))}; "
            + $"orders {string.Join(", ", orders.Select(order => $"{order.State} {order.Total.Fen}"))}; refunds {string.Join(", ", refunds.Select(refund => $"{refund.Key} {refund.State} {refund.Amount.Fen} {refund.Why}"))}";
    }

    private async Task VerifyAsync(int seed)
    {
        foreach (var invariant in (IReadOnlyList<Invariant>)[.. GoodsInvariants.All, .. PaymentInvariants.All, .. BookInvariants.All, .. PathInvariants.All])
        {
            var answer = await market.App.ReadAsync(invariant.AskAsync);
            Assert.True(answer.Holds, $"seed {seed}: {invariant.Number} {invariant.Says}: {string.Join("; ", answer.Wrong)}");
        }
    }
}
