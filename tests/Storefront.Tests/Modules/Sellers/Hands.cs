using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>Owners who share their shops, through the real pages.</summary>
internal static partial class Hands
{
    /// <summary>Invites a number, for a helper with the owner's consent to five percent unless said otherwise. The path in the message.</summary>
    public static async Task<string> InviteAsync(this Stalls market, Visitor owner, Shop shop, string phone, string role = "Helper", bool agree = true, string fee = "Percent", string amount = "5")
    {
        var answer = await owner.SubmitAsync(await owner.GetAsync($"/sell/members/invite?shop={shop.Code}"), new { Input__Phone = phone, Input__Role = role, Input__Fee = fee, Input__Amount = amount });
        if (role == "Helper") answer = agree ? await owner.SubmitAsync(answer) : await owner.SubmitAsync(answer, new { later = "true" });
        Assert.True(answer.Location == "/sell/members?sent=true", answer.Text);
        return await market.LinkSentToAsync(phone);
    }

    public static async Task<string> LinkSentToAsync(this Stalls market, string phone) => Link().Match((await market.App.SentToAsync(phone))[0]).Value;

    public static async Task<Answer> AcceptAsync(this Visitor visitor, string link, bool accept = true) =>
        await visitor.SubmitAsync(await visitor.GetAsync(link), new { accept = accept ? "true" : "false" });

    /// <summary>A helper of these shops with their growers' consent, signed in.</summary>
    public static async Task<(Visitor Visitor, long Id, string Phone)> HelperAsync(this Stalls market, params (Visitor Owner, Shop Shop)[] stalls)
    {
        var helper = await market.App.SignedInAsync("en");
        foreach (var (owner, shop) in stalls) Assert.Equal("/sell", (await helper.Visitor.AcceptAsync(await market.InviteAsync(owner, shop, helper.Phone))).Location);
        return helper;
    }

    /// <summary>The helper's page of one shop.</summary>
    public static async Task<string> HelpingPathAsync(this Visitor helper, Shop shop) => (await helper.GetAsync("/me/helping")).Page.QuerySelectorAll("a[href^='/me/helping/']")
        .Single(link => link.TextContent.Contains(shop.Name, StringComparison.Ordinal)).GetAttribute("href")!;

    /// <summary>The helper puts terms into words. Code of the consent that is asked for.</summary>
    public static async Task<string> AskAsync(this Stalls market, Visitor helper, Shop shop, string fee = "Percent", string amount = "7.5")
    {
        var path = await helper.HelpingPathAsync(shop);
        var answer = await helper.SubmitAsync(await helper.GetAsync(path), new { Input__Fee = fee, Input__Amount = amount }, "form[action*=Ask]");
        Assert.True(answer.Location == path, answer.Text);
        return await market.App.ReadAsync(db => db.HelperConsents.Where(one => one.ShopId == shop.Id).OrderByDescending(one => one.Id).Select(one => one.Code).FirstAsync());
    }

    [GeneratedRegex("/(join|me/consents)/[0-9a-z]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
