using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>Somebody who opens a shop through the real pages.</summary>
internal sealed class Applicant(StoreApp app, Visitor visitor, long account, string phone)
{
    /// <summary>A small picture that any decoder reads.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAM0lEQVR42m3CoREAIQADwaskdb5EIpEvkUjKuLJoIDuLX2ocqXGmxpUa/9S4U+NJjTf1AxDkXoHNeyHaAAAAAElFTkSuQmCC");

    private static int _next;

    public Visitor Visitor { get; } = visitor;

    public long Account { get; } = account;

    public string Phone { get; } = phone;

    public string Name { get; } = $"松阳老叶蜂场{Interlocked.Increment(ref _next)}";

    public static async Task<Applicant> NewAsync(StoreApp app, string language = "en")
    {
        var (visitor, account, phone) = await app.SignedInAsync(language);
        return new(app, visitor, account, phone);
    }

    public async Task<Answer> DescribeAsync() =>
        await Visitor.UploadAsync(await Visitor.GetAsync("/sell/apply/shop"), new { Input__Name = Name, Input__Story = "三代人养蜂。" });

    public async Task<Answer> PlaceAsync() =>
        await Visitor.SubmitAsync(await Visitor.GetAsync("/sell/apply/place"), new { Input__RegionCode = "331124", Input__Village = "大岭脚村" });

    public async Task<Answer> LicenceAsync(string number = "SC11644200000389", DateOnly? until = null, string[]? covers = null) =>
        await Visitor.UploadAsync(await Visitor.GetAsync("/sell/apply/licence"), Paper(number, until, covers), "Input.Document", Picture);

    public async Task<Answer> PayoutAsync() =>
        await Visitor.SubmitAsync(await Visitor.GetAsync("/sell/apply/payout"), new { Input__Kind = "Bank", Input__Holder = "叶老三", Input__Number = "6222 0212 3456 7890" });

    public async Task<Answer> SubmitAsync() => await Visitor.SubmitAsync(await Visitor.GetAsync("/sell/apply/check"));

    /// <summary>Every step, to the waiting page.</summary>
    public async Task<Applicant> ApplyAsync()
    {
        foreach (var step in new[] { DescribeAsync, PlaceAsync, () => LicenceAsync(), PayoutAsync, SubmitAsync })
        {
            var answer = await step();
            Assert.True(answer.Status is HttpStatusCode.Found, answer.Text);
        }
        return this;
    }

    /// <summary>Applied, and let through by a reviewer.</summary>
    public async Task<Applicant> ApprovedAsync(Visitor reviewer)
    {
        await ApplyAsync();
        var answer = await reviewer.DecideAsync(await CodeAsync(), "Approve");
        Assert.True(answer.Status is HttpStatusCode.Found, answer.Text);
        return this;
    }

    public Task<Shop> ShopAsync() => app.ReadAsync(db => db.Shops.AsNoTracking()
        .Include(shop => shop.Licences).Include(shop => shop.Payout).Include(shop => shop.Requests).Include(shop => shop.Moves).Include(shop => shop.Members)
        .SingleAsync(shop => shop.Members.Any(member => member.AccountId == Account && member.Role == MemberRole.Owner)));

    public async Task<string> CodeAsync() => (await ShopAsync()).Code;

    public async Task<ShopState> StateAsync() => (await ShopAsync()).State;

    private object Paper(string number, DateOnly? until, string[]? covers) => new
    {
        Input__Kind = "Food",
        Input__Number = number,
        Input__Issuer = "松阳县市场监督管理局",
        Input__Covers = covers ?? ["dried", "sugar"],
        Input__ExpiresOn = $"{until ?? LocalTime.Today(app.Clock).AddYears(2):yyyy-MM-dd}",
    };
}

internal static class SellerPages
{
    /// <summary>Refused outright, or sent to the page that says so.</summary>
    public static bool IsForbidden(this Answer answer) =>
        answer.Status == HttpStatusCode.Forbidden || answer.Location?.Contains("/error/403", StringComparison.Ordinal) == true;

    /// <summary>Submits a form that carries files, as a browser does.</summary>
    public static async Task<Answer> UploadAsync(this Visitor visitor, Answer page, object values, string? field = null, byte[]? file = null)
    {
        const string Form = "main form[method=post]";
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.FieldsOf(page, values, Form)) content.Add(new StringContent(value), name);
        if (field is not null) content.Add(new ByteArrayContent(file!), field, "photo.png");
        return await visitor.SendAsync(Visitor.ActionOf(page, Form), content);
    }

    public static async Task<Answer> DecideAsync(this Visitor reviewer, string shop, string act, string words = "", string field = "") =>
        await reviewer.SubmitAsync(await reviewer.GetAsync($"/admin/shops/{shop}"), new { Input__Act = act, Input__Words = words, Input__Field = field });
}
