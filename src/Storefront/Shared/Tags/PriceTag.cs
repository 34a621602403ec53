using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary><c>&lt;price of="money" per-jin="money?" /&gt;</c>: the price large, the price of 500 g small beside it.</summary>
[HtmlTargetElement("price", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PriceTag(Texts texts) : TagHelper
{
    public Money Of { get; set; }

    public Money? PerJin { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Of.ToString();
        var (sign, point) = (text.IndexOf('¥') + 1, text.IndexOf('.'));
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "price");
        output.Content
            .AppendHtml(Small(text[..sign]))
            .Append(text[sign..point])
            .AppendHtml(Small(text[point..]));
        if (PerJin is not { } unit)
            return;
        var per = new TagBuilder("span");
        per.AddCssClass("per");
        per.InnerHtml.Append(texts["site.per_jin", unit]);
        output.PostElement.Append(" ").AppendHtml(per);
    }

    private static TagBuilder Small(string text)
    {
        var small = new TagBuilder("small");
        small.InnerHtml.Append(text);
        return small;
    }
}
