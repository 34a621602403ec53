using System.Net;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>"Me", name and language, saved addresses.</summary>
public sealed class MeTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task A_guest_is_invited_and_told_about_the_link()
    {
        var page = await shop.App.NewVisitor("en").GetAsync("/me");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("/sign-in?ReturnUrl=/me", page.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Contains("through the link", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("[href='/me/orders']"));
    }

    [Fact]
    public async Task A_person_finds_everything_of_their_own_and_no_admin_link()
    {
        var (visitor, id, phone) = await shop.App.SignedInAsync("en");
        var page = await visitor.GetAsync("/me");
        foreach (var path in new[] { "/me/notices", "/me/orders", "/me/addresses", "/sell", "/me/profile", "/me/sessions" })
            Assert.NotNull(page.Page.QuerySelector($"main [href='{path}']"));
        Assert.Null(page.Page.QuerySelector("main [href='/admin']"));
        Assert.Contains(Phone.Masked(phone), page.Text, StringComparison.Ordinal);
        Assert.True(page.Raw.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_admin_finds_the_way_to_the_desk()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en", Policies.ModeratorRole);
        Assert.NotNull((await visitor.GetAsync("/me")).Page.QuerySelector("main [href='/admin']"));
    }

    [Theory]
    [InlineData("/me/profile")]
    [InlineData("/me/addresses")]
    [InlineData("/me/addresses/new")]
    [InlineData("/me/sessions")]
    public async Task A_guest_is_sent_to_sign_in(string path)
    {
        var answer = await shop.App.NewVisitor().GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/sign-in?ReturnUrl=" + Uri.EscapeDataString(path), answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_language_are_changed()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("zh-CN");
        var done = await visitor.SubmitAsync(await visitor.GetAsync("/me/profile"), new { Input__Name = " Bee & Bo ", Input__Language = "en" });
        var page = await visitor.FollowAsync(done);
        Assert.Equal("Bee & Bo", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", page.Page.DocumentElement.GetAttribute("lang"));
        var card = await shop.App.RunAsync<IAccounts, AccountCard?>(accounts => accounts.FindAsync(id, default));
        Assert.Equal(("Bee & Bo", "en"), (card!.Name, card.Language));
    }

    [Fact]
    public async Task An_empty_name_and_a_made_up_language_are_refused()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en");
        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/me/profile"), new { Input__Name = "  ", Input__Language = "tlh" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Enter your name", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Choose a language", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_added_changed_made_default_and_deleted()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        Assert.Equal("/me/addresses", (await AddAsync(visitor, "Lin", isDefault: false)).Location);
        Assert.Equal("/me/addresses", (await AddAsync(visitor, "Bo", isDefault: true)).Location);
        var list = await ListAsync(id);
        Assert.Equal([("Bo", true), ("Lin", false)], list.Select(saved => (saved.Address.Name, saved.IsDefault)));
        Assert.Equal("浙江省 丽水市 松阳县", list[0].Address.Region);
        Assert.Equal("13800138000", list[0].Address.Phone);

        var edit = await visitor.GetAsync($"/me/addresses/{list[1].Code}");
        await visitor.SubmitAsync(edit, new { Input__Street = "Second lane 2", Input__IsDefault = "true" });
        list = await ListAsync(id);
        Assert.Equal([("Lin", "Second lane 2", true), ("Bo", "Mill lane 1", false)], list.Select(saved => (saved.Address.Name, saved.Address.Street, saved.IsDefault)));

        await visitor.SubmitAsync(await visitor.GetAsync("/me/addresses"), new { code = list[1].Code });
        Assert.Equal(list[0].Code, Assert.Single(await ListAsync(id)).Code);
    }

    [Fact]
    public async Task A_wrong_address_is_explained_and_kept()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en");
        var answer = await visitor.SubmitAsync(await visitor.GetAsync("/me/addresses/new"), new { Input__Name = "Lin", Input__Phone = "555", Input__Street = "", Input__RegionCode__p = "33" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("555", answer.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        foreach (var why in new[] { "not a mobile number", "down to the county", "Enter street" }) Assert.Contains(why, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_addresses_are_enough()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        for (var each = 0; each < 20; each++) await AddAsync(visitor, "Lin", isDefault: false);
        var refused = await AddAsync(visitor, "Lin", isDefault: false);
        Assert.Contains("delete one first", refused.Text, StringComparison.Ordinal);
        Assert.Equal(20, (await ListAsync(id)).Count);
    }

    [Fact]
    public async Task Others_addresses_are_not_there()
    {
        var (owner, id, _) = await shop.App.SignedInAsync("en");
        await AddAsync(owner, "Lin", isDefault: true);
        var code = (await ListAsync(id))[0].Code;
        var (stranger, _, _) = await shop.App.SignedInAsync("en");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/me/addresses/{code}")).Status);
        var form = Fill(Support.Visitor.FieldsOf(await stranger.GetAsync("/me/addresses/new"), null, "main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/me/addresses/{code}", form)).Status);
        form = Fill(Support.Visitor.FieldsOf(await stranger.GetAsync("/me/addresses/new"), null, "main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/me/addresses?handler=Delete", form.Append(new("code", code)))).Status);
        Assert.Equal("Lin", Assert.Single(await ListAsync(id)).Address.Name);
    }

    private static async Task<Answer> AddAsync(Support.Visitor visitor, string name, bool isDefault) => await visitor.SubmitAsync(await visitor.GetAsync("/me/addresses/new"), new
    {
        Input__Name = name,
        Input__Phone = "138 0013 8000",
        Input__Street = "Mill lane 1",
        Input__IsDefault = isDefault ? "true" : "false",
        Input__RegionCode__p = "33",
        Input__RegionCode__c = "3311",
        Input__RegionCode__a = "331124",
    });

    private static List<KeyValuePair<string, string>> Fill(List<KeyValuePair<string, string>> fields)
    {
        fields.RemoveAll(field => field.Key.StartsWith("Input.", StringComparison.Ordinal));
        return
        [
            .. fields, new("Input.Name", "Eve"), new("Input.Phone", "13800138000"), new("Input.Street", "Eve lane"),
            new("Input.RegionCode.p", "33"), new("Input.RegionCode.c", "3311"), new("Input.RegionCode.a", "331124"),
        ];
    }

    private Task<IReadOnlyList<SavedAddressCard>> ListAsync(long id) => shop.App.RunAsync<ISavedAddresses, IReadOnlyList<SavedAddressCard>>(addresses => addresses.ListAsync(id, default));
}
