using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>One form, one effect: double tap, back button, an answer that got lost.</summary>
public sealed class OneEffectTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Page = "/me/addresses/new";

    [Fact]
    public async Task The_same_form_twice_is_one_effect_and_one_answer()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        var form = await FormAsync(visitor);
        var (first, second) = (await visitor.PostAsync(Page, form), await visitor.PostAsync(Page, form));
        Assert.Equal("/me/addresses", first.Location);
        Assert.Equal("/me/addresses", second.Location);
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task The_same_form_many_times_at_once_is_one_effect()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        var form = await FormAsync(visitor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.PostAsync(Page, form)));
        Assert.All(answers, answer => Assert.Equal("/me/addresses", answer.Location));
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task Two_forms_are_two_effects()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        await visitor.PostAsync(Page, await FormAsync(visitor));
        await visitor.PostAsync(Page, await FormAsync(visitor));
        Assert.Equal(2, await CountAsync(id));
    }

    [Fact]
    public async Task A_refused_form_may_be_put_right_with_the_same_key()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        var form = await FormAsync(visitor);
        var wrong = form.Select(field => field.Key == "Input.Phone" ? new("Input.Phone", "1") : field);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(Page, wrong)).Status);
        Assert.Equal("/me/addresses", (await visitor.PostAsync(Page, form)).Location);
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task A_code_asked_for_by_a_double_tap_is_sent_once()
    {
        var (visitor, phone) = (shop.App.NewVisitor(), People.NewPhone());
        var page = await visitor.GetAsync("/sign-in");
        var form = Visitor.FieldsOf(page, new { Input__Phone = phone }, "main form");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.PostAsync("/sign-in", form)));
        Assert.All(answers, answer => Assert.Equal("/sign-in/code", answer.Location));
        Assert.Single(await shop.App.SentToAsync(phone));
    }

    private static async Task<List<KeyValuePair<string, string>>> FormAsync(Visitor visitor)
    {
        var fields = Visitor.FieldsOf(await visitor.GetAsync(Page), new { Input__Name = "Lin", Input__Phone = "13800138000", Input__Street = "Mill lane 1" }, "main form");
        fields.RemoveAll(field => field.Key.StartsWith("Input.RegionCode", StringComparison.Ordinal));
        return [.. fields, new("Input.RegionCode.p", "33"), new("Input.RegionCode.c", "3311"), new("Input.RegionCode.a", "331124")];
    }

    private Task<int> CountAsync(long id) => shop.App.ReadAsync(db => db.SavedAddresses.CountAsync(saved => saved.AccountId == id));
}
