using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Modules.Catalog;

/// <summary>
/// <c>&lt;json-ld of="…" /&gt;</c>: structured data for search engines. Razor's own script helper would write the type as "application/ld&amp;#x2B;json",
/// which none of them reads. The serializer escapes every character that could end the element.
/// </summary>
[HtmlTargetElement("json-ld", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JsonLdTag : TagHelper
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public object Of { get; set; } = new();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", new HtmlString("application/ld+json"));
        output.Content.SetHtmlContent(new HtmlString(JsonSerializer.Serialize(Of, Readable)));
    }
}
