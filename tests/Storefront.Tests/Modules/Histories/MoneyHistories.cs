using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Load.Verify;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Signature = Storefront.Modules.Orders.Model.Signature;

namespace Storefront.Tests.Modules.Histories;

/// <summary>
/// Invariants 1 to 7 and 9 over many purchases whose histories run into each other: paid, paid twice, late or with a wrong sum, notices doubled, attempts changed, orders
/// called off, given back in parts before and after the seller was paid out, sent, completed, refunds begun at the bank's own desk, batches of payouts that are booked,
/// dropped, paid and returned, and a program that dies before or after any commit of all this and is begun again.
/// STOREFRONT_HISTORIES says how many; CI wants ten thousand. A failure names its seed. Two markets share them, so that two cores do.
/// </summary>
public abstract class MoneyHistories : IClassFixture<PayingStalls>
{
    private const int AtOnce = 100;
    private const int Steps = 7;
    private const int Remembered = 200;
    private const int Timers = 5;
    private const int Markets = 2;

    private static readonly Signature ByBuyer = new(Mover.Buyer), BySeller = new(Mover.Seller, 1);
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("STOREFRONT_HISTORIES") ?? "600", CultureInfo.InvariantCulture);

    private readonly List<(Shop Shop, string Variant)> _stalls = [];
    private readonly Queue<Purchase> _past = [];
    private readonly Tally _tally = new();
    private readonly PayingStalls _market;
    private readonly PayoutSteps _payouts;
    private readonly RefundSteps _refunds;
    private readonly BankTruth _truth;
    private readonly int _first;

    /// <param name="first">The first seed of this market.</param>
    private protected MoneyHistories(PayingStalls market, int first)
    {
        _market = market;
        _first = first;
        _payouts = new(market, _tally);
        _refunds = new(market, _tally);
        _truth = new(market, _refunds);
    }

    private enum Act
    {
        Begin, Pay, PayTwice, PayUnheard, PayLate, WrongSum, Decline, Silence, Another, CallOff, GiveBack, GiveBackTwice, SendTwice, DeskRefund, Weigh, ShipPart, Ship, Confirm, Timer, Minutes,
        Release, PayOut, FollowPayouts,
    }

    private static readonly Act[] Any = Enum.GetValues<Act>();

    /// <summary>What leads on from where an order stands.</summary>
    private static readonly Dictionary<OrderState, Act[]> Onwards = new()
    {
        [OrderState.AwaitingPayment] = [Act.Begin, Act.Pay, Act.Pay, Act.PayTwice, Act.PayUnheard, Act.PayLate, Act.Another, Act.CallOff, Act.Timer],
        [OrderState.Paid] = [Act.Ship, Act.Ship, Act.Ship, Act.Ship, Act.ShipPart, Act.ShipPart, Act.Weigh, Act.GiveBack, Act.SendTwice, Act.CallOff, Act.Timer],
        [OrderState.Shipped] = [Act.Confirm, Act.Confirm, Act.Confirm, Act.GiveBack],
        [OrderState.Completed] = [Act.Release, Act.PayOut, Act.FollowPayouts, Act.GiveBack, Act.GiveBack, Act.SendTwice, Act.DeskRefund, Act.Timer],
    };

    [Fact]
    public async Task Money_and_goods_add_up_after_any_history()
    {
        await StockUpAsync();
        for (var round = _first; round * AtOnce < Count; round += Markets) await RunAsync(round);
        _tally.DemandEach(
            "paid orders", "orders called off", "deaths before a commit", "deaths after a commit", "forms sent again", "parts given back", "weighed too light", "parcels that went ahead", "refunds at the desk", "surpluses", "batches booked", "batches dropped", "payouts left out",
            "payouts paid", "payouts returned", "shops below zero", "fees paid out", "fees that went back");
    }

    private async Task StockUpAsync()
    {
        for (var number = 0; number < 4; number++)
        {
            var shop = await _market.OpenPayableShopAsync();
            foreach (var fen in new[] { 1_999, 333 }) _stalls.Add((shop, await _market.OfferAsync(shop, 90_000, fen)));
        }
        await _market.ThankAsync(_stalls.Select(stall => stall.Shop).Distinct().Take(2));
    }

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var purchases = new List<Purchase>();
        for (var one = 0; one < AtOnce; one++) purchases.Add(await BuyAsync(random));
        // What is completed and paid out is not over: some of it is given back now.
        List<Purchase> all = [.. purchases, .. _past];
        var touched = purchases.ToHashSet();
        await GiveBackSoldAsync(random, touched);
        for (var step = 0; step < AtOnce * Steps; step++)
        {
            var purchase = random.Next(8) == 0 ? all[random.Next(all.Count)] : purchases[random.Next(AtOnce)];
            touched.Add(purchase);
            await DoAsync(random, purchase);
            if (step % AtOnce == 0) await CountDebtorsAsync();
        }
        await SettleAsync(random);
        foreach (var purchase in touched) await _truth.AssertAsync(purchase, seed);
        foreach (var purchase in purchases) _past.Enqueue(purchase);
        while (_past.Count > Remembered) _past.Dequeue();
        await LookAsync();
        if (seed % 20 == _first || (seed + Markets) * AtOnce >= Count) await VerifyAsync(seed);
    }

    private Task<Purchase> BuyAsync(Random random)
    {
        var goods = Enumerable.Range(0, random.Next(1, 4)).Select(_ => _stalls[random.Next(_stalls.Count)]).Distinct().Select(stall => (stall.Shop, stall.Variant, random.Next(1, 4))).ToList();
        return Purchase.PlaceAsync(_market, goods);
    }

    /// <summary>Their shops were just paid out and have earned nothing since: they owe.</summary>
    private async Task GiveBackSoldAsync(Random random, HashSet<Purchase> touched)
    {
        foreach (var purchase in _past.TakeLast(30))
        {
            await _refunds.GiveBackAsync(purchase.Orders[0], random);
            touched.Add(purchase);
        }
        for (var timer = 0; timer < Timers; timer++) await TimerAsync(timer);
    }

    /// <summary>Every third step is any at all, also one that makes no sense; some of them the program does not live to finish.</summary>
    private async Task DoAsync(Random random, Purchase purchase)
    {
        var order = purchase.Orders[random.Next(purchase.Orders.Count)];
        var attempts = await _market.App.ReadAsync(db => db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.Payment.Code == purchase.Checkout).OrderBy(attempt => attempt.Id).ToListAsync());
        var state = await _market.App.ReadAsync(db => db.Orders.Where(one => one.Code == order).Select(one => one.State).SingleAsync());
        var onwards = state == OrderState.AwaitingPayment && attempts[^1].StartedAt is null ? [Act.Begin] : Onwards.GetValueOrDefault(state, Any);
        var act = random.Next(3) == 0 ? Any[random.Next(Any.Length)] : onwards[random.Next(onwards.Length)];
        var place = new Place(order, attempts[random.Next(attempts.Count)], attempts[^1].Code);
        if (random.Next(act == Act.Timer ? 2 : 12) != 0 || act == Act.SendTwice)
        {
            await DoAsync(random, act, place);
            return;
        }
        // The bank has acted, and the shop has not written it down or does not know that it has.
        var after = random.Next(2) == 0;
        if (await _market.DiesAsync(random.Next(1, 5), after, () => DoAsync(random, act, place))) _tally.Count(after ? "deaths after a commit" : "deaths before a commit");
    }

    /// <summary>Where a step is taken: an order, one of its payment's attempts, and the newest of them.</summary>
    private sealed record Place(string Order, PaymentAttempt Attempt, string Newest);

    private async Task DoAsync(Random random, Act act, Place place)
    {
        var (order, attempt, newest) = place;
        switch (act)
        {
            case Act.Begin: await BeginAsync(newest); break;
            case Act.Pay: await BankAsync(attempt, notices: 1, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayTwice: await BankAsync(attempt, notices: 2, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayUnheard: await BankAsync(attempt, notices: 0, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayLate: await BankAsync(attempt, notices: 0, (bank, charge) => bank.PayAsync(charge, late: true, default)); break;
            case Act.WrongSum: await SeeAsync(new PaymentSeen(attempt.Code, PaymentStatus.Paid, attempt.Sum with { Amount = attempt.Amount + new Money(1) })); break;
            case Act.Decline: await BankAsync(attempt, notices: 1, (bank, charge) => bank.DeclineAsync(charge, default)); break;
            case Act.Silence: await BankAsync(attempt, notices: 0, (bank, charge) => bank.SilenceAsync(charge, default)); break;
            case Act.Another: await _market.App.RunAsync<SwitchGateway, SwitchGateway.Result>(change => change.RunAsync(attempt.Code, SandboxGateway.Name, default)); break;
            case Act.CallOff: await _market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Code == order, ByBuyer, null, default)); break;
            case Act.GiveBack: await _refunds.GiveBackAsync(order, random); break;
            case Act.GiveBackTwice: await Task.WhenAll(_refunds.GiveBackAsync(order, random), _refunds.GiveBackAsync(order, random)); break;
            case Act.SendTwice: await _refunds.SendTwiceAsync(order, random); break;
            case Act.DeskRefund: await _refunds.AtDeskAsync(attempt, random); break;
            case Act.Weigh: await _refunds.WeighAsync(order, random); break;
            case Act.ShipPart: await _market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Code == order, "ems", "EMS1234567", BySeller, default, [1, random.Next(2)])); break;
            case Act.Ship: await _market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Code == order, "yuantong", "YT1234567890123", BySeller, default)); break;
            case Act.Confirm: await _market.App.RunAsync<ConfirmReceipt, bool>(confirm => confirm.RunAsync(order, null, default)); break;
            case Act.Timer: await TimerAsync(random.Next(Timers)); break;
            case Act.Release: await _market.RunAsync<ReleaseMoney>(); break;
            case Act.PayOut: await _payouts.PayOutAsync(random); break;
            case Act.FollowPayouts: await _payouts.FollowAsync(random); break;
            default: _market.App.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 4))); break;
        }
    }

    private Task<bool> BeginAsync(string attempt) =>
        _market.App.RunAsync<BeginPayment, bool>(begin => begin.RunAsync(attempt, new(new("https://market.example"), new(Device.Phone, "en", null, null)), default));

    private Task<NoticeOutcome> SeeAsync(Observation what) => _market.App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new(SandboxGateway.Name, what), default));

    /// <summary>Notices come at the same time.</summary>
    private Task<bool> BankAsync(PaymentAttempt attempt, int notices, Func<SandboxBank, string, Task<Charge?>> act) => _market.App.RunAsync<IServiceProvider, bool>(async services =>
    {
        var (bank, post) = (services.GetService(typeof(SandboxBank)) as SandboxBank, services.GetService(typeof(SandboxPost)) as SandboxPost);
        if (await bank!.FindAsync(attempt.Code, default) is not { } charge || await act(bank, charge.Code) is not { } changed) return false;
        if (bank.Admits(changed) || changed.State == ChargeState.Declined) await Task.WhenAll(Enumerable.Range(0, notices).Select(_ => post!.DeliverAsync(changed, default)));
        return true;
    });

    private Task TimerAsync(int which) => which switch
    {
        0 => _market.RunAsync<JudgeKeptNotices>(),
        1 => _market.RunAsync<AskGateways>(),
        2 => _market.RunAsync<ExpirePayments>(),
        3 => _market.RunAsync<SendRefunds>(),
        _ => _market.App.DeliverAsync(),
    };

    /// <summary>Time goes by until nothing is open any more, money is released, and shops are paid.</summary>
    private async Task SettleAsync(Random random)
    {
        foreach (var minutes in new[] { 3, 31, 12, 150, 61, 61 })
        {
            _market.App.Clock.Advance(TimeSpan.FromMinutes(minutes));
            for (var timer = 0; timer < 4 * Timers; timer++) await TimerAsync(timer % Timers);
        }
        await _market.RunAsync<ReleaseMoney>();
        // A draft that was dropped pays nobody: the next one does.
        for (var batch = 0; batch < 3; batch++) await _payouts.PayOutAsync(random);
        await _payouts.FollowAsync(random);
    }

    /// <summary>Whether what was to be shown has happened at all.</summary>
    private async Task LookAsync()
    {
        _tally.Count("paid orders", await _market.App.ReadAsync(db => db.Orders.CountAsync(order => order.State >= OrderState.Paid && order.State <= OrderState.Completed)));
        _tally.Count("weighed too light", await _market.App.ReadAsync(db => db.OrderRefunds.CountAsync(refund => refund.Lines.Any(line => line.ShortGrams > 0))));
        _tally.Count("parcels that went ahead", await _market.App.ReadAsync(db => db.Orders.CountAsync(order => order.ParcelCount > (order.State < OrderState.Shipped ? 0 : 1))));
        _tally.Count("orders called off", await _market.App.ReadAsync(db => db.Orders.CountAsync(order => order.State == OrderState.Cancelled && order.RefundCount > 0)));
        _tally.Count("fees paid out", await _market.App.ReadAsync(db => db.PayoutLines.CountAsync(line => line.HelperId != 0 && line.State == PayoutState.Paid)));
        _tally.Count("fees that went back", await _market.App.ReadAsync(db => db.PayoutLines.CountAsync(line => line.HelperId != 0 && line.State == PayoutState.Returned)));
        _tally.Count("surpluses", await _market.App.ReadAsync(db => db.PaymentAttempts.CountAsync(attempt => attempt.Surplus)));
    }

    private async Task CountDebtorsAsync() => _tally.Count("shops below zero", await _market.App.ReadAsync(db => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerAvailable)
        .GroupBy(entry => entry.ShopId).Select(shop => shop.Sum(entry => entry.Amount.Fen)).CountAsync(owed => owed > 0)));

    private async Task VerifyAsync(int seed)
    {
        foreach (var invariant in (IReadOnlyList<Invariant>)[.. GoodsInvariants.All, .. PaymentInvariants.All, .. BookInvariants.All, .. PathInvariants.All])
        {
            var answer = await _market.App.ReadAsync(invariant.AskAsync);
            Assert.True(answer.Holds, $"seed {seed}: {invariant.Number} {invariant.Says}: {string.Join("; ", answer.Wrong)}");
        }
    }
}
