using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary>
/// Gives every posting form its one-time key, beside the antiforgery token that the framework's own helper adds.
/// A form with <c>asp-antiforgery="false"</c> gets neither: it stands on a page that is cached for everyone.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormTag : TagHelper
{
    public const string OnceField = "_once";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Is(context, "method", "post") && !Is(context, "asp-antiforgery", "false"))
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{OnceField}\" value=\"{Code.NewSecret()}\">");
    }

    private static bool Is(TagHelperContext context, string attribute, string value) =>
        string.Equals(context.AllAttributes[attribute]?.Value?.ToString(), value, StringComparison.OrdinalIgnoreCase);
}
