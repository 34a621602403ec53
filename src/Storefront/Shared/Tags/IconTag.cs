using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary><c>&lt;icon name="cart" /&gt;</c>: one drawing of our sprite. Always silent for screen readers, because a word stands beside it.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag(IFileVersionProvider versions) : TagHelper
{
    private const string Sprite = "icons.svg";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpriteUrl()}#{Name}";
        output.Content.SetHtmlContent(use);
    }

    /// <summary>The name with the content hash where static assets are mapped with one (a year in caches), else a version in the query.</summary>
    private string SpriteUrl()
    {
        var request = View.HttpContext.Request;
        var hashed = View.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[Sprite];
        return hashed is null or Sprite
            ? versions.AddFileVersionToPath(request.PathBase, $"{request.PathBase}/{Sprite}")
            : $"{request.PathBase}/{hashed}";
    }
}
