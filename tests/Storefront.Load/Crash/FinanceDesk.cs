using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>Finance: gives back on the market's word, proposes and books payouts, marks them paid with proof or returned.</summary>
internal sealed class FinanceDesk(CookieCollection session, Acknowledged acknowledged) : Desk(session, acknowledged)
{
    private const string Payouts = "/admin/money/payouts";
    private const string MainForm = "main form[method=post]";
    private const string RefundForm = "form[action*=Refund]";
    private static readonly byte[] Slip = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    protected override Task StepAsync(Visitor visitor) => Chance.Between(0, 3) switch
    {
        0 => GiveBackAsync(visitor),
        1 => PayOutAsync(visitor),
        _ => FollowAsync(visitor),
    };

    private async Task GiveBackAsync(Visitor visitor)
    {
        if (Acknowledged.Numbers.ToList() is not { Count: > 0 } numbers) return;
        var page = await visitor.GetAsync("/admin/orders/" + Chance.Pick(numbers));
        if (page.Page.QuerySelector(RefundForm) is null) return;
        var reason = GiveBack.NewReason();
        await PressAsync(
            visitor, Visitor.ActionOf(page, RefundForm), Fill(page, RefundForm, ("Refund.Sum", GiveBack.AnySum()), ("Refund.Reason", reason)), () => Acknowledged.GivenBack.Add(reason));
    }

    /// <summary>The draft that is proposed, or was there already, is booked or dropped.</summary>
    private async Task PayOutAsync(Visitor visitor)
    {
        var proposed = await PressAsync(visitor, Payouts, Fill(await visitor.GetAsync(Payouts), MainForm), () => { });
        if (proposed.Location is not { } path) return;
        var draft = await visitor.GetAsync(path);
        if (draft.Page.QuerySelector(MainForm) is null) return;
        if (Chance.OneIn(5)) await PressAsync(visitor, path + "?handler=Drop", Fill(draft, MainForm), () => { });
        else await PressAsync(visitor, path + "?handler=Order", Fill(draft, MainForm), () => Acknowledged.Ordered.Add(path[(Payouts.Length + 1)..]));
    }

    private async Task FollowAsync(Visitor visitor)
    {
        if (Any(await visitor.GetAsync(Payouts), Payouts + "/") is not { } batch) return;
        if (Any(await visitor.GetAsync(batch), Payouts + "/lines/") is not { } path) return;
        var (page, code) = (await visitor.GetAsync(path), path[(path.LastIndexOf('/') + 1)..]);
        if (page.Page.QuerySelector("form#paid") is not null && !Chance.OneIn(4))
            await UploadAsync(visitor, path + "?handler=Paid", Fill(page, "form#paid", ("Sent.Reference", "B-1")), ("Sent.Proof", Slip), () => Acknowledged.PaidOut.Add(code));
        else if (page.Page.QuerySelector("form#returned") is not null && Chance.OneIn(2))
            await PressAsync(visitor, path + "?handler=Returned", Fill(page, "form#returned", ("Input.Reason", "no such account")), () => Acknowledged.Returned.Add(code));
    }

    private static string? Any(Answer page, string prefix) =>
        page.Page.QuerySelectorAll($"main a.list-item[href^='{prefix}']").Select(link => link.GetAttribute("href")!).ToList() is { Count: > 0 } all ? Chance.Pick(all) : null;
}
