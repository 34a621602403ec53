using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary><c>&lt;pager page="Model.List" /&gt;</c>: earlier and later pages of a list by plain links that keep the query. Nothing where one page is all.</summary>
[HtmlTargetElement("pager", Attributes = "page", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag(Texts texts) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public IPage Page { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Page is { Number: 1, HasMore: false })
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["site.pages"].Value);
        if (Page.Number > 1)
            output.Content.AppendHtml(Link(Page.Number - 1, "prev", texts["site.page_before"]));
        var here = new TagBuilder("span");
        here.InnerHtml.Append(texts["site.page_here", Page.Number]);
        output.Content.AppendHtml(here);
        if (Page.HasMore)
            output.Content.AppendHtml(Link(Page.Number + 1, "next", texts["site.page_after"]));
    }

    private TagBuilder Link(int number, string rel, string text)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("button quiet");
        link.Attributes["rel"] = rel;
        link.Attributes["href"] = QueryLink.To(View.HttpContext.Request, "page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));
        link.InnerHtml.Append(text);
        return link;
    }
}
