using System.Net;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Shipping;

/// <summary>The picker as it stands on a page, in a browser without scripts.</summary>
public sealed class RegionPickerTests(StoreFixture shops) : IClassFixture<StoreFixture>
{
    private const string Here = "/sell/apply/place";

    [Fact]
    public async Task Goes_down_level_by_level_and_sends_the_deepest()
    {
        var applicant = await Applicant.NewAsync(shops.App);
        await applicant.DescribeAsync();
        var page = await applicant.Visitor.GetAsync(Here);
        Assert.Equal(32, page.Page.QuerySelectorAll("[name='Input.RegionCode.p'] option").Length);
        Assert.NotNull(page.Page.QuerySelector("label[hidden] [name='Input.RegionCode.c']"));

        // Beijing has one "city": it is taken, and the districts are there at once.
        page = await NextAsync(applicant, page, ("Input.RegionCode.p", "11"));
        Assert.Equal("1101", ChosenOf(page, "c"));
        Assert.Contains("朝阳区", page.Page.QuerySelector("[name='Input.RegionCode.a']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".error"));

        // Another province: what was chosen below the first one no longer counts.
        page = await NextAsync(applicant, page, ("Input.RegionCode.p", "33"));
        Assert.Equal(("33", ""), (ChosenOf(page, "p"), ChosenOf(page, "c")));
        page = await NextAsync(applicant, page, ("Input.RegionCode.c", "3311"));
        page = await SendAsync(applicant, Here, page, ("Input.Village", "大岭脚村"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("3311", ChosenOf(page, "c"));
        Assert.Equal("Input_RegionCode-error", page.Page.QuerySelector("[name='Input.RegionCode.a']")!.GetAttribute("aria-describedby"));
        Assert.NotNull(page.Page.QuerySelector("#Input_RegionCode-error"));

        page = await NextAsync(applicant, page, ("Input.RegionCode.a", "331124"));
        Assert.Equal("大岭脚村", page.Page.QuerySelector("[name='Input.Village']")!.GetAttribute("value"));
        var done = await SendAsync(applicant, Here, page, ("Input.RegionCode.t", "331124102"));
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Equal("331124102", (await applicant.ShopAsync()).RegionCode);
        Assert.Equal("331124102", ChosenOf(await applicant.Visitor.GetAsync(Here), "t"));
    }

    private static string? ChosenOf(Answer page, string part) =>
        ((AngleSharp.Html.Dom.IHtmlSelectElement)page.Page.QuerySelector($"[name='Input.RegionCode.{part}']")!).Value;

    private static Task<Answer> NextAsync(Applicant applicant, Answer page, (string Name, string Value) chosen) => SendAsync(applicant, Here + "?handler=Region", page, chosen);

    private static Task<Answer> SendAsync(Applicant applicant, string path, Answer page, (string Name, string Value) chosen)
    {
        var fields = Visitor.FieldsOf(page, null, "main form[method=post]");
        fields.RemoveAll(field => field.Key == chosen.Name);
        return applicant.Visitor.PostAsync(path, fields.Append(new(chosen.Name, chosen.Value)));
    }
}
