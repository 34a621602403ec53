using System.Security.Cryptography;
using Storefront.Modules.Payments.Gateways.Sandbox.Pages;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>A guest who buys over HTTP as anybody does. What the shop has acknowledged is noted at once: it must outlive everything.</summary>
internal sealed class Shopper(Uri shop, IReadOnlyList<string> products, Acknowledged acknowledged)
{
    private const int Looks = 8;
    private const string CancelForm = "form[action*=Cancel]";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Answers = [ChargePage.Pay, ChargePage.Pay, ChargePage.Twice, ChargePage.Late, ChargePage.Decline];

    /// <summary>Ends early wherever the shop's death or refusal ends it.</summary>
    public async Task BuyAsync()
    {
        var visitor = new Visitor(shop, "en");
        try
        {
            if (await OrderAsync(visitor) is not { } attempt) return;
            acknowledged.Placed.Add(attempt);
            if (!await PayAsync(visitor, attempt)) return;
            if (RandomNumberGenerator.GetInt32(2) == 0) await CancelAsync(visitor, attempt);
        }
        catch (Exception death) when (death is HttpRequestException or TaskCanceledException or IOException)
        {
            acknowledged.CutOff();
        }
    }

    private async Task<string?> OrderAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/p/" + products[RandomNumberGenerator.GetInt32(products.Count)]);
        await visitor.PostAsync("/cart/add", Visitor.FieldsOf(page, new { VariantCode = FirstSize(page), Quantity = "1" }, "form[action='/cart/add']"));
        var checkout = await visitor.GetAsync("/checkout");
        if (checkout.Location is not null) return null;
        var fields = Visitor.FieldsOf(checkout, new { Input__Name = "王小明", Input__Phone = "13812345678", Input__Street = "大岭脚村8号" }, "main form");
        fields.RemoveAll(field => field.Key.StartsWith("Input.RegionCode", StringComparison.Ordinal));
        fields.AddRange([new("Input.RegionCode.p", "33"), new("Input.RegionCode.c", "3311"), new("Input.RegionCode.a", "331124"), new("Input.RegionCode.t", "331124102")]);
        var summed = await visitor.PostAsync("/checkout?handler=Update", fields);
        var placed = await visitor.SubmitAsync(summed, form: "main form");
        return placed.Location?.StartsWith("/pay/", StringComparison.Ordinal) == true ? placed.Location["/pay/".Length..] : null;
    }

    private async Task<bool> PayAsync(Visitor visitor, string attempt)
    {
        await visitor.GetAsync("/pay/" + attempt);
        var begun = await visitor.GetAsync("/pay/" + attempt);
        if (begun.Page.QuerySelector("a[href*='/sandbox/']")?.GetAttribute("href") is not { } bank) return false;
        var answer = Answers[RandomNumberGenerator.GetInt32(Answers.Length)];
        var answered = await visitor.SubmitAsync(await visitor.GetAsync(bank), new { Input__Act = answer });
        if (answered.Location is null) return false;
        acknowledged.Answered.Add((attempt, answer));
        return answer is ChargePage.Pay or ChargePage.Twice;
    }

    /// <summary>Looks at the order until it can be called off: it hears of its money a moment after the bank's answer.</summary>
    private async Task CancelAsync(Visitor visitor, string attempt)
    {
        for (var look = 0; look < Looks; look++)
        {
            var order = await visitor.OpenAsync($"/pay/{attempt}/return");
            if (order.Page.QuerySelector(CancelForm) is not null)
            {
                if ((await visitor.SubmitAsync(order, form: CancelForm)).Location is not null) acknowledged.Cancelled.Add(attempt);
                return;
            }
            await Task.Delay(Pause);
        }
    }

    private static string FirstSize(Answer page) => page.Page.QuerySelector("[name=VariantCode]")!.GetAttribute("value")!;
}
