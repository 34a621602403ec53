using System.Collections.Concurrent;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>A guest who buys over HTTP as anybody does. What the shop or a bank has acknowledged is noted at once: it must outlive everything.</summary>
/// <param name="underway">Attempts whose order somebody comes back to.</param>
internal sealed class Shopper(Uri shop, IReadOnlyList<string> products, IReadOnlyList<IFarSide> sides, ConcurrentQueue<string> underway, Acknowledged acknowledged)
{
    private const string WayForm = "main form:has([name='Input.Gateway'])";
    private const string CancelForm = "form[action*=Cancel]";
    private const string ReceivedForm = "form[action*=Received]";

    /// <summary>Ends early wherever the shop's death or refusal ends it.</summary>
    public async Task LiveAsync()
    {
        var visitor = new Visitor(shop, "en");
        var attempt = "";
        try
        {
            if (Chance.OneIn(2) && underway.TryDequeue(out attempt)) await GoOnAsync(visitor, attempt);
            else await BuyAsync(visitor);
        }
        catch (Exception death) when (death is HttpRequestException or TaskCanceledException or IOException)
        {
            acknowledged.CutOff();
            if (attempt is { Length: > 0 }) underway.Enqueue(attempt);
        }
    }

    private async Task BuyAsync(Visitor visitor)
    {
        for (var goods = Chance.Between(1, 2); goods > 0; goods--)
        {
            var page = await visitor.GetAsync("/p/" + Chance.Pick(products));
            await visitor.PostAsync("/cart/add", Visitor.FieldsOf(page, new { VariantCode = FirstSize(page), Quantity = $"{Chance.Between(1, 3)}" }, "form[action='/cart/add']"));
        }
        if (await OrderAsync(visitor) is not { } attempt) return;
        acknowledged.Placed.Add(attempt);
        underway.Enqueue(attempt);
        await PayAsync(visitor, attempt);
    }

    private async Task<string?> OrderAsync(Visitor visitor)
    {
        var checkout = await visitor.GetAsync("/checkout");
        if (checkout.Location is not null) return null;
        var fields = Visitor.FieldsOf(
            checkout, new { Input__Name = "王小明", Input__Phone = "13812345678", Input__Street = "大岭脚村8号", Input__Gateway = Chance.Pick(sides).Gateway }, "main form");
        fields.RemoveAll(field => field.Key.StartsWith("Input.RegionCode", StringComparison.Ordinal));
        fields.AddRange([new("Input.RegionCode.p", "33"), new("Input.RegionCode.c", "3311"), new("Input.RegionCode.a", "331124"), new("Input.RegionCode.t", "331124102")]);
        var summed = await visitor.PostAsync("/checkout?handler=Update", fields);
        return AttemptOf(await visitor.SubmitAsync(summed, form: "main form"));
    }

    /// <summary>Some change their mind at the bank's door, and then pay at both.</summary>
    private async Task PayAsync(Visitor visitor, string attempt)
    {
        var page = await visitor.GetAsync("/pay/" + attempt);
        if (LinkOf(page) is not { } link) return;
        if (Chance.OneIn(4) && page.Page.QuerySelector(WayForm) is not null && AttemptOf(await visitor.SubmitAsync(page, form: WayForm)) is { } other
            && LinkOf(await visitor.GetAsync("/pay/" + other)) is { } better)
            await AtBankAsync(visitor, better, other);
        await AtBankAsync(visitor, link, attempt);
    }

    private async Task AtBankAsync(Visitor visitor, Uri link, string attempt)
    {
        var taken = await sides.First(side => side.Owns(link)).PayAsync(visitor, shop, link, attempt);
        if (taken == true) acknowledged.Taken.Add(attempt);
        if (taken == false) acknowledged.Declined();
    }

    /// <summary>Comes back some time later, when the order can be called off, its parcel is there, or nothing is paid yet.</summary>
    private async Task GoOnAsync(Visitor visitor, string attempt)
    {
        var page = await visitor.OpenAsync($"/pay/{attempt}/return");
        var orders = page.Page.QuerySelectorAll("main a.list-item[href^='/orders/']").Select(link => link.GetAttribute("href")!).ToList();
        if (orders.Count > 0) page = await visitor.GetAsync(Chance.Pick(orders));
        if (page.Page.QuerySelector(ReceivedForm) is not null) await PressAsync(visitor, page, ReceivedForm, acknowledged.Received);
        else if (page.Page.QuerySelector(CancelForm) is not null && Chance.OneIn(3)) await PressAsync(visitor, page, CancelForm, acknowledged.CalledOff);
        else if (page.Page.QuerySelector("main a.button[href^='/pay/']")?.GetAttribute("href") is { } pay) await PayAsync(visitor, pay["/pay/".Length..]);
        if (page.Page.QuerySelector("main form[method=post]") is not null) underway.Enqueue(attempt);
    }

    private static async Task PressAsync(Visitor visitor, Answer page, string form, ConcurrentBag<string> done)
    {
        var order = page.Raw.RequestMessage!.RequestUri!.Segments[^1];
        if ((await visitor.SubmitAsync(page, form: form)).Location is not null) done.Add(order);
    }

    private Uri? LinkOf(Answer page) => page.Page.QuerySelectorAll("main a.button[href]")
        .Select(link => new Uri(shop, link.GetAttribute("href")!)).FirstOrDefault(link => sides.Any(side => side.Owns(link)));

    private static string? AttemptOf(Answer answer) => answer.Location?.StartsWith("/pay/", StringComparison.Ordinal) == true ? answer.Location["/pay/".Length..] : null;

    private static string FirstSize(Answer page) => page.Page.QuerySelector("[name=VariantCode]")!.GetAttribute("value")!;
}
