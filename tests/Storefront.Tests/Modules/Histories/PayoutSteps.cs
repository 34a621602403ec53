using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;

namespace Storefront.Tests.Modules.Histories;

/// <summary>What finance does on money day, in any order and by two people at once.</summary>
internal sealed class PayoutSteps(PayingStalls market, Tally tally)
{
    /// <summary>Proposed, sometimes with a shop left out; then booked or dropped.</summary>
    public async Task PayOutAsync(Random random)
    {
        var drop = random.Next(6) == 0;
        var drafts = await Task.WhenAll(ProposeAsync(), ProposeAsync());
        if (drafts[0].Code is not { } batch) return;
        Assert.Equal(batch, drafts[1].Code);
        if (random.Next(4) == 0) await SayAsync(await LineAsync(random, PayoutState.Proposed), new(PayoutAct.Exclude, "asks for another account"), "payouts left out");
        var outcomes = await Task.WhenAll(OrderAsync(batch, drop), OrderAsync(batch, drop));
        Assert.True(outcomes.Count(outcome => outcome == OrderPayouts.Outcome.Done) <= 1, "the same batch was decided on twice");
        tally.Count(drop ? "batches dropped" : "batches booked");
    }

    /// <summary>The bank has sent it, or sends it back, also after it was marked paid.</summary>
    public async Task FollowAsync(Random random)
    {
        await SayAsync(await LineAsync(random, PayoutState.Ordered), new(PayoutAct.Paid, "B-1", "slip"), "payouts paid");
        if (random.Next(2) == 0) await SayAsync(await LineAsync(random, PayoutState.Ordered, PayoutState.Paid), new(PayoutAct.Returned, "no such account"), "payouts returned");
    }

    private Task<ProposePayouts.Result> ProposeAsync() => market.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));

    private Task<OrderPayouts.Outcome> OrderAsync(string batch, bool drop) => market.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(batch, drop, default));

    private async Task SayAsync(string? line, DecidePayout.Decision decision, string what)
    {
        if (line is null) return;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => market.App.RunAsync<DecidePayout, DecidePayout.Outcome>(decide => decide.RunAsync(line, decision, default))));
        Assert.True(outcomes.Count(outcome => outcome == DecidePayout.Outcome.Done) <= 1, $"{decision.Act} was said twice of payout {line}");
        tally.Count(what);
    }

    private async Task<string?> LineAsync(Random random, params PayoutState[] states)
    {
        var lines = await market.App.ReadAsync(db => db.PayoutLines.Where(line => states.Contains(line.State)).OrderByDescending(line => line.Id).Select(line => line.Code).Take(16).ToListAsync());
        return lines.Count == 0 ? null : lines[random.Next(lines.Count)];
    }
}
