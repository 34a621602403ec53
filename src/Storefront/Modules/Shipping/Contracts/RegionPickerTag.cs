using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Shared;
using Storefront.Shared.Tags;

namespace Storefront.Modules.Shipping.Contracts;

/// <summary>
/// <c>&lt;region-picker for="Input.RegionCode" label="…" level="town" /&gt;</c>: province, city, county and town as four selects. The bound string property
/// receives the deepest code chosen (2, 4, 6 or 9 digits); check it with <see cref="RegionRules.IsPlace"/>.
/// A script fills the next select at once. Without scripts a button asks the server for it, so the page needs one more handler:
/// <c>public Task&lt;IActionResult&gt; OnPostRegionAsync() =&gt; ShowAgainAsync();</c>
/// </summary>
[HtmlTargetElement("region-picker", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RegionPickerTag(IRegions regions, Texts texts, IFileVersionProvider versions) : TagHelper
{
    /// <summary>Name endings of the four selects, as <c>RegionForm</c> reads them.</summary>
    internal static readonly IReadOnlyList<string> Parts = ["p", "c", "a", "t"];

    private static readonly string[] Levels = ["province", "city", "county", "town"];

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>The deepest level asked for: "town" (which may stay open) or "county".</summary>
    public string Level { get; set; } = "town";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var answer = new FieldAnswer(View, name, For.Model, texts);
        var request = View.HttpContext.Request;
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field regions");
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("data-regions", $"{request.PathBase}/regions/");
        output.Attributes.SetAttribute("data-lost", texts["shipping.region.lost"].Value);
        output.Content.AppendHtml(Element("legend", Label));
        AppendSelects(output, name, id, answer);
        AppendNote(output, $"{id}-error", "error", answer.Error);
        AppendNote(output, $"{id}-hint", "hint", Hint);
        output.Content.AppendHtml(NextStep(request));
        var script = new TagBuilder("script");
        script.Attributes["type"] = "module";
        script.Attributes["src"] = versions.AddFileVersionToPath(request.PathBase, $"{request.PathBase}/js/regions.js");
        output.PostElement.AppendHtml(script);
    }

    private void AppendSelects(TagHelperOutput output, string name, string id, FieldAnswer answer)
    {
        var chosen = Descend(regions.FullName(answer.Value) is null ? "" : answer.Value);
        var parent = "";
        foreach (var (index, level) in Levels.TakeWhile(level => level != "town" || Level == "town").Index())
        {
            var children = index > 0 && parent.Length == 0 ? [] : regions.Children(parent);
            var code = children.Select(child => child.Code).FirstOrDefault(code => chosen.StartsWith(code, StringComparison.Ordinal)) ?? "";
            var select = Select(name, id, index, children, code);
            if (answer.Error is not null && level != "town")
            {
                select.Attributes["aria-invalid"] = "true";
                select.Attributes["aria-describedby"] = $"{id}-error";
            }
            var label = Element("label", texts[$"shipping.region.{level}"]);
            label.InnerHtml.Append(" ").AppendHtml(select);
            if (children.Count == 0) label.Attributes["hidden"] = "hidden";
            output.Content.AppendHtml(label);
            parent = code;
        }
    }

    /// <summary>Where there is only one way on (Beijing has one "city"), it is taken.</summary>
    private string Descend(string code)
    {
        while (code.Length is 2 or 4 && regions.Children(code) is [var only]) code = only.Code;
        return code;
    }

    private TagBuilder Select(string name, string id, int index, IReadOnlyList<(string Code, string Name)> children, string chosen)
    {
        var select = new TagBuilder("select");
        select.Attributes["name"] = $"{name}.{Parts[index]}";
        select.Attributes["id"] = $"{id}_{Parts[index]}";
        select.Attributes["autocomplete"] = $"address-level{index + 1}";
        select.InnerHtml.AppendHtml(Option("", texts["shipping.region.choose"], isChosen: false));
        foreach (var (code, text) in children) select.InnerHtml.AppendHtml(Option(code, text, code == chosen));
        return select;
    }

    private TagBuilder NextStep(HttpRequest request)
    {
        var button = Element("button", texts["shipping.region.next"]);
        button.AddCssClass("button quiet");
        button.Attributes["formaction"] = QueryLink.To(request, "handler", "Region");
        button.Attributes["formnovalidate"] = "formnovalidate";
        var without = new TagBuilder("noscript");
        without.InnerHtml.AppendHtml(button);
        return without;
    }

    private static TagBuilder Option(string code, string text, bool isChosen)
    {
        var option = Element("option", text);
        option.Attributes["value"] = code;
        if (isChosen) option.Attributes["selected"] = "selected";
        return option;
    }

    private static TagBuilder Element(string name, string text)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(text);
        return element;
    }

    private static void AppendNote(TagHelperOutput output, string id, string css, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        var note = Element("p", text);
        note.AddCssClass(css);
        note.Attributes["id"] = id;
        output.Content.AppendHtml(note);
    }
}
