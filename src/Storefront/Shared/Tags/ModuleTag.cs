using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary>
/// <c>&lt;module name="connection" /&gt;</c>: a script of ours that imports others, all of them asked for at once instead of one after the other.
/// With <c>ahead</c> they are only fetched, for a script that imports this one later.
/// </summary>
[HtmlTargetElement("module", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ModuleTag(ScriptFiles scripts) : TagHelper
{
    public string Name { get; set; } = "";

    public bool Ahead { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var part in scripts.AllOf(Name).Skip(Ahead ? 0 : 1)) output.Content.AppendHtml($"""<link rel="modulepreload" href="{scripts.AddressOf(part)}">""");
        if (!Ahead) output.Content.AppendHtml($"""<script type="module" src="{scripts.AddressOf(Name)}"></script>""");
    }
}
