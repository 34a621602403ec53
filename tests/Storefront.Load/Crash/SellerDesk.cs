using System.Globalization;
using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>A seller: sends what was paid, marks what arrived, and gives parts back by pieces and by sums.</summary>
internal sealed class SellerDesk(CookieCollection session, Acknowledged acknowledged) : Desk(session, acknowledged)
{
    private const string Prefix = "/sell/orders/";
    private const string RefundForm = "form[action*=Refund]";
    private static readonly string[] States = ["Paid", "Paid", "Shipped", "Shipped", "Delivered", "Completed"];

    protected override async Task StepAsync(Visitor visitor)
    {
        var list = await visitor.GetAsync($"/sell/orders?state={Chance.Pick(States)}");
        var paths = list.Page.QuerySelectorAll($"main a.list-item[href^='{Prefix}']").Select(link => link.GetAttribute("href")!).ToList();
        if (paths.Count == 0) return;
        var page = await visitor.GetAsync(Chance.Pick(paths));
        Acknowledged.Numbers.Add(page.Raw.RequestMessage!.RequestUri!.Segments[^1]);
        if (Chance.OneIn(2)) await MoveAsync(visitor, page);
        else await GiveBackAsync(visitor, page, Chance.OneIn(2));
    }

    private async Task MoveAsync(Visitor visitor, Answer page)
    {
        if (page.Page.QuerySelector("form[action*=Delivered]") is not null)
            await PressAsync(visitor, Visitor.ActionOf(page, "form[action*=Delivered]"), Fill(page, "form[action*=Delivered]"), () => { });
        else if (page.Page.QuerySelector("form[action*=Ship]") is not null)
            await PressAsync(visitor, Visitor.ActionOf(page, "form[action*=Ship]"), Fill(page, "form[action*=Ship]", ("Parcel.Waybill", "YT1234567890123")), () => { });
    }

    private async Task GiveBackAsync(Visitor visitor, Answer page, bool byPieces)
    {
        if (page.Page.QuerySelector(RefundForm) is null) return;
        var reason = GiveBack.NewReason();
        var what = byPieces ? ("Refund.Pieces[0]", "1") : ("Refund.Sum", GiveBack.AnySum());
        await PressAsync(visitor, Visitor.ActionOf(page, RefundForm), Fill(page, RefundForm, what, ("Refund.Reason", reason)), () => Acknowledged.GivenBack.Add(reason));
    }
}

/// <summary>What is typed into the form that gives a part back.</summary>
internal static class GiveBack
{
    public const string Mark = "kill:";

    public static string NewReason() => Mark + Storefront.Shared.Code.NewPublic();

    public static string AnySum() => (Chance.Between(1, 900) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
