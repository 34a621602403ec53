using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Shared;
using Storefront.Shared.Tags;

namespace Storefront.Tests.Shared.Tags;

public sealed class TagTests
{
    private static readonly EmptyModelMetadataProvider Metadata = new();
    private readonly ViewContext view = new() { HttpContext = new DefaultHttpContext(), ViewData = new(Metadata, new ModelStateDictionary()) };
    private readonly Texts texts = new();

    public TagTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void A_wrong_answer_is_kept_as_typed_and_tied_to_its_error()
    {
        view.ViewData.ModelState.SetModelValue("Input.Grams", "<500", "<500");
        view.ViewData.ModelState.AddModelError("Input.Grams", "Too little.");

        var html = Render(Field("Input.Grams", 250, hint: "500 g is a jin"), new TagHelperAttribute("inputmode", "numeric"));

        Assert.Contains("value=\"&lt;500\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Input_Grams-error Input_Grams-hint\"", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"error\" id=\"Input_Grams-error\">Too little.</p>", html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"numeric\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_sent_back()
    {
        view.ViewData.ModelState.SetModelValue("Input.Password", "secret", "secret");

        Assert.DoesNotContain("secret", Render(Field("Input.Password", null, type: "password")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_emptied_checkbox_stays_empty_though_the_model_begins_ticked()
    {
        view.ViewData.ModelState.SetModelValue("Input.News", "false", "false");

        Assert.DoesNotContain("checked", Render(Field("Input.News", true, type: "checkbox")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(123_456_789, "¥", "1,234,567", ".89")]
    [InlineData(-5, "-¥", "0", ".05")]
    public void A_price_is_cut_into_sign_yuan_and_fen(long fen, string sign, string yuan, string rest) =>
        Assert.Contains($"<small>{sign}</small>{yuan}<small>{rest}</small>", Render(new PriceTag(texts) { Of = new(fen) }), StringComparison.Ordinal);

    [Fact]
    public void The_pager_keeps_the_query()
    {
        view.HttpContext.Request.Path = "/search";
        view.HttpContext.Request.QueryString = new("?q=%E8%9C%9C&page=2");

        var html = Render(new PagerTag(texts) { View = view, Page = new Page<int>([1], 2, HasMore: true) });

        Assert.Contains("href=\"/search?q=%E8%9C%9C\" rel=\"prev\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=%E8%9C%9C&amp;page=3\" rel=\"next\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_is_shown_by_the_clock_of_the_shop() =>
        Assert.Contains(">1 Jan 2020, 01:30<", Render(new DateTag(texts, TimeProvider.System) { Of = new(2019, 12, 31, 17, 30, 0, DateTimeKind.Utc) }), StringComparison.Ordinal);

    private FieldTag Field(string name, object? value, string type = "text", string? hint = null)
    {
        var explorer = new ModelExplorer(Metadata, Metadata.GetMetadataForType(value?.GetType() ?? typeof(string)), value);
        return new(texts) { View = view, For = new(name, explorer), Label = "Label", Type = type, Hint = hint };
    }

    private static string Render(TagHelper tag, params TagHelperAttribute[] given)
    {
        var output = new TagHelperOutput("x", [.. given], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        tag.Process(new([], new Dictionary<object, object>(), "x"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }
}
