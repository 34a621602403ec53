using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary>
/// Gives every posting form its one-time key, beside the antiforgery token that the framework's own helper adds, and on a seller's page the shop it was opened for.
/// A form with <c>asp-antiforgery="false"</c> gets neither: it stands on a page that is cached for everyone.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormTag : TagHelper
{
    public const string OnceField = "_once";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Is(context, "method", "post") || Is(context, "asp-antiforgery", "false")) return;
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{OnceField}\" value=\"{Code.NewSecret()}\">");
        if (ViewContext.HttpContext.ShopOfForms is { } shop) output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{FormShop.Field}\" value=\"{shop}\">");
    }

    private static bool Is(TagHelperContext context, string attribute, string value) =>
        string.Equals(context.AllAttributes[attribute]?.Value?.ToString(), value, StringComparison.OrdinalIgnoreCase);
}
