using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Histories;

/// <summary>Money on its way back: by the seller, once or by the same form again after a death, and at the bank's own desk.</summary>
internal sealed class RefundSteps(PayingStalls market, Tally tally)
{
    private static readonly Signature BySeller = new(Mover.Seller, 1);
    private readonly Dictionary<string, long> _atDesk = new(StringComparer.Ordinal);
    private int _forms;

    /// <summary>What the bank's desk gave back of an attempt, without the shop.</summary>
    public long AtDesk(string attempt) => _atDesk.GetValueOrDefault(attempt);

    public async Task<RefundOrder.Outcome> GiveBackAsync(string order, Random random, string? form = null)
    {
        var request = random.Next(2) == 0
            ? new RefundOrder.Request([random.Next(3), random.Next(2), 0], random.Next(2) == 0, Sum: null, form ?? "x", Restock: true)
            : new RefundOrder.Request([], Freight: false, new(random.Next(1, 4_000)), form ?? "x", Restock: true);
        var outcome = await SendAsync(order, request, form);
        if (outcome == RefundOrder.Outcome.Asked) tally.Count("parts given back");
        return outcome;
    }

    /// <summary>Often too light, sometimes too heavy, sometimes again.</summary>
    public Task<bool> WeighAsync(string order, Random random) =>
        market.App.RunAsync<WeighOrder, bool>(weigh => weigh.RunAsync(one => one.Code == order, [random.Next(1, 1_600), random.Next(2) == 0 ? null : random.Next(1, 1_100)], BySeller, default));

    /// <summary>The shop dies over a form; its sender sends the very same form again.</summary>
    public async Task SendTwiceAsync(string order, Random random)
    {
        var (form, request) = ($"form{++_forms}", new RefundOrder.Request([], Freight: false, new(random.Next(1, 500)), $"form{_forms}", Restock: true));
        var died = await market.DiesAsync(commits: 1, random.Next(2) == 0, () => SendAsync(order, request, form));
        await SendAsync(order, request, form);
        var times = await market.App.ReadAsync(db => db.OrderRefunds.CountAsync(refund => refund.Reason == form));
        Assert.True(times <= 1, $"the same form gave back {times} times");
        if (died && times == 1) tally.Count("forms sent again");
    }

    /// <summary>The shop hears of it and can only say so; what it asks back later may be refused.</summary>
    public async Task AtDeskAsync(PaymentAttempt attempt, Random random)
    {
        var sum = Sum.Cny(new(random.Next(1, 500)));
        if (!await market.App.RunAsync<SandboxBank, bool>(bank => bank.RefundAsync(attempt.Code, $"desk{attempt.Code}", sum, default))) return;
        _atDesk[attempt.Code] = sum.Amount.Fen;
        tally.Count("refunds at the desk");
        await market.App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new(SandboxGateway.Name, new RefundSeen(attempt.Code, null, RefundStatus.Succeeded, sum)), default));
    }

    /// <summary>A form that was handled is not handled again: its receipt is saved with the first change.</summary>
    private Task<RefundOrder.Outcome?> TryAsync(string order, RefundOrder.Request request, string? form) => market.App.RunAsync<IServiceProvider, RefundOrder.Outcome?>(async services =>
    {
        var db = services.GetRequiredService<StoreDb>();
        if (form is not null && await db.Set<FormReceipt>().AnyAsync(receipt => receipt.Key == form)) return null;
        if (form is not null) db.Form = new() { Key = form, At = market.App.Clock.GetUtcNow().UtcDateTime };
        return await services.GetRequiredService<RefundOrder>().RunAsync(one => one.Code == order, request, BySeller, default);
    });

    private async Task<RefundOrder.Outcome> SendAsync(string order, RefundOrder.Request request, string? form) => await TryAsync(order, request, form) ?? RefundOrder.Outcome.Nothing;
}
