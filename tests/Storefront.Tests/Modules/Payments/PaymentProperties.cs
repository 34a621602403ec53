using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Payments;

/// <summary>
/// Whatever payers, banks, clocks and timers do in whatever order, in the end no money is held for nothing: invariants 3, 4, 5 and 7, over the real database,
/// the sandbox's book being the bank's side of the truth.
/// </summary>
public sealed class PaymentProperties : IAsyncLifetime
{
    private Till _till = null!;

    private enum Act { Begin, Pay, PayUnheard, PayLate, Decline, Silence, Repeat, Another, Minute, HalfHour, Ask, Expire, Close, Cancel, SendRefunds, Deliver }

    /// <summary>Those that race with each other come more often.</summary>
    private static Act[] Acts => [.. Enum.GetValues<Act>(), Act.Pay, Act.PayLate, Act.PayLate, Act.PayLate, Act.Another, Act.Another, Act.Another, Act.Begin, Act.Begin, Act.Close, Act.Expire, Act.Cancel];

    public async Task InitializeAsync() => _till = await Till.OpenAsync();

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Fact]
    public void Money_is_never_held_for_nothing() => Prop.ForAll(
        Gen.Elements(Acts).NonEmptyListOf().Resize(16).ToArbitrary(),
        acts => RunAsync(acts).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private async Task RunAsync(IReadOnlyList<Act> acts)
    {
        var (code, first) = await _till.StageAsync();
        await _till.BeginAsync(first);
        for (var step = 0; step < acts.Count; step++) await DoAsync(acts[step], code, step);
        await _till.App.DeliverAsync();
        foreach (var pause in new[] { 3, 31, 12, 150, 61 }) await _till.TickAsync(TimeSpan.FromMinutes(pause));
        await AssertAsync(code);
    }

    private async Task DoAsync(Act act, string code, int step)
    {
        var attempts = (await _till.PaymentAsync(code)).Attempts.OrderBy(attempt => attempt.Id).ToList();
        var one = attempts[step % attempts.Count];
        switch (act)
        {
            case Act.Begin: await _till.BeginAsync(attempts[^1].Code); break;
            case Act.Pay: await BankAsync(one, notices: 1, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayUnheard: await BankAsync(one, notices: 0, (bank, charge) => bank.PayAsync(charge, late: false, default)); break;
            case Act.PayLate: await BankAsync(one, notices: 0, (bank, charge) => bank.PayAsync(charge, late: true, default)); break;
            case Act.Decline: await BankAsync(one, notices: 1, (bank, charge) => bank.DeclineAsync(charge, default)); break;
            case Act.Silence: await BankAsync(one, notices: 0, (bank, charge) => bank.SilenceAsync(charge, default)); break;
            case Act.Repeat: await BankAsync(one, notices: 3, (bank, _) => bank.FindAsync(one.Code, default)); break;
            case Act.Another: await _till.App.RunAsync<SwitchGateway, SwitchGateway.Result>(change => change.RunAsync(one.Code, SandboxGateway.Name, default)); break;
            case Act.Minute: _till.App.Clock.Advance(TimeSpan.FromMinutes(1)); break;
            case Act.HalfHour: _till.App.Clock.Advance(TimeSpan.FromMinutes(31)); break;
            case Act.Ask: await _till.WorkAsync<AskGateways>(); break;
            case Act.Expire: await _till.WorkAsync<ExpirePayments>(); break;
            case Act.Close: await InOneAsync((services, token) => services.GetRequiredService<IPayments>().StageCloseAsync(code, token)); break;
            case Act.Cancel: await CancelAsync(code); break;
            case Act.SendRefunds: await _till.WorkAsync<SendRefunds>(); break;
            default: await _till.App.DeliverAsync(); break;
        }
    }

    /// <summary>Notices are delivered at once, several of them at the same time.</summary>
    private Task<bool> BankAsync(PaymentAttempt attempt, int notices, Func<SandboxBank, string, Task<Charge?>> act) => _till.App.RunAsync<IServiceProvider, bool>(async services =>
    {
        var bank = services.GetRequiredService<SandboxBank>();
        if (await bank.FindAsync(attempt.Code, default) is not { } charge || await act(bank, charge.Code) is not { State: ChargeState.Paid or ChargeState.Declined } changed) return false;
        var post = services.GetRequiredService<SandboxPost>();
        if (bank.Admits(changed) || changed.State == ChargeState.Declined)
            await Task.WhenAll(Enumerable.Range(0, notices).Select(_ => post.DeliverAsync(changed, default)));
        return true;
    });

    /// <summary>The order is cancelled, by two people who press at once.</summary>
    private async Task CancelAsync(string code)
    {
        await _till.App.DeliverAsync();
        var payment = await _till.PaymentAsync(code);
        if (payment.State != PaymentState.Paid) return;
        for (var press = 0; press < 2; press++)
        {
            await InOneAsync(async (services, token) =>
            {
                await services.GetRequiredService<IPayments>().StageRefundAsync(code, "cancel", payment.Amount, token);
                services.GetRequiredService<Outbox>().Stage(new OrderCancelled(code, "N", code, 1, payment.Amount));
            });
        }
    }

    private Task<bool> InOneAsync(Func<IServiceProvider, CancellationToken, Task> work) => _till.App.RunAsync<IServiceProvider, bool>(async services =>
    {
        await services.GetRequiredService<StoreDb>().WriteAsync(token => work(services, token), default);
        return true;
    });

    private async Task AssertAsync(string code)
    {
        var payment = await _till.PaymentAsync(code);
        var all = await _till.App.RunAsync<SandboxBank, IReadOnlyList<Charge>>(bank => bank.AllAsync(default));
        var charges = all.Where(charge => payment.Attempts.Exists(attempt => attempt.Code == charge.Attempt)).ToList();
        var settled = payment.Attempts.Where(attempt => attempt is { State: AttemptState.Paid, Surplus: false }).ToList();

        Assert.NotEqual(PaymentState.Waiting, payment.State);
        Assert.Equal(payment.IsPaid ? 1 : 0, settled.Count);
        Assert.Equal(payment.IsPaid ? 1 : 0, await _till.SaidAsync<PaymentSettled>(code));
        Assert.Equal(payment.IsPaid ? 0 : 1, await _till.SaidAsync<PaymentExpired>(code));
        Assert.All(settled, attempt => Assert.Equal(payment.Amount, charges.Single(charge => charge.Attempt == attempt.Code).Sum.Amount));
        Assert.All(charges.Where(charge => charge.State == ChargeState.Paid), charge => Assert.Equal(AttemptState.Paid, payment.Attempts.Single(attempt => attempt.Code == charge.Attempt).State));
        Assert.Equal(payment.IsPaid ? payment.Amount - payment.Refunded : Money.Zero, Held(charges));
        Assert.All(await _till.RefundsAsync(code), refund => Assert.Equal(RefundState.Succeeded, refund.State));
        await AssertBooksAsync(all);
    }

    private async Task AssertBooksAsync(IReadOnlyList<Charge> charges)
    {
        var entries = await _till.App.ReadAsync(db => db.LedgerEntries.AsNoTracking().ToListAsync());
        Assert.All(entries.GroupBy(entry => entry.JournalId), journal => Assert.Equal(0, journal.Sum(entry => entry.Amount.Fen)));
        Assert.Equal(Held(charges).Fen, entries.Where(entry => entry.Account == LedgerAccount.GatewayClearing).Sum(entry => entry.Amount.Fen));
        Assert.Equal(0, entries.Where(entry => entry.Account == LedgerAccount.BuyerRefunds).Sum(entry => entry.Amount.Fen));
        Assert.Equal(Held(charges).Fen, -entries.Where(entry => entry.Account is LedgerAccount.SellerPayable or LedgerAccount.PlatformCommission).Sum(entry => entry.Amount.Fen));
    }

    private static Money Held(IEnumerable<Charge> charges) =>
        new(charges.Where(charge => charge.State == ChargeState.Paid).Sum(charge => charge.Fen - charge.Refunds.Values.Sum()));
}
