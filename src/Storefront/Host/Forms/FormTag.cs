using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Shared;

namespace Storefront.Host.Forms;

/// <summary>Gives every posting form its antiforgery token and its one-time key; <c>public-form</c> gives none, for pages that are cached for everyone.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormTag(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    [HtmlAttributeName("public-form")]
    public bool PublicForm { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var posts = string.Equals(context.AllAttributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase);
        if (!posts || PublicForm) return;
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{OneEffect.Field}\" value=\"{Code.NewSecret()}\">");
        output.PostContent.AppendHtml(antiforgery.GetHtml(View.HttpContext));
    }
}
