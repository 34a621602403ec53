using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary>
/// One question of a form: label above, control, what is wrong with the answer, example below, wired together for screen readers.
/// Shows what was typed, not what was understood. Attributes it does not know (autocomplete, inputmode, maxlength, accept …) go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag(Texts texts) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string? Suffix { get; set; }

    /// <summary>An input's type, or "textarea", or "radio" (with options: every answer in sight).</summary>
    public string Type { get; set; } = "text";

    /// <summary>Answers to choose from; a select unless the type says radio.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Says "optional" in words behind the label: most questions must be answered, so those that need not are marked.</summary>
    public bool Optional { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var answer = new FieldAnswer(View, name, For.Model, texts);
        var control = new FieldControl(name, Type, answer, Options, [.. output.Attributes.Where(attribute => attribute.Name != "class")]);
        Describe(control, answer);
        var group = Type == "radio";
        var given = output.Attributes["class"]?.Value?.ToString();
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", $"field{(Type == "checkbox" ? " check" : "")} {given}".TrimEnd());
        if (group && control.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        var label = LabelOf(group ? "legend" : "label", control.Id);
        output.Content.AppendHtml(Type == "checkbox" ? control.Build() : label);
        output.Content.AppendHtml(Type == "checkbox" ? label : Suffixed(control.Build()));
        AppendNote(output, control.ErrorId, "error", answer.Error);
        AppendNote(output, control.HintId, "hint", Hint);
    }

    private void Describe(FieldControl control, FieldAnswer answer)
    {
        var ids = new[] { answer.Error is null ? null : control.ErrorId, string.IsNullOrEmpty(Hint) ? null : control.HintId }.OfType<string>();
        control.DescribedBy = string.Join(' ', ids) is { Length: > 0 } described ? described : null;
    }

    private TagBuilder LabelOf(string element, string id)
    {
        var label = new TagBuilder(element);
        if (element == "label")
            label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (!Optional)
            return label;
        var mark = new TagBuilder("span");
        mark.AddCssClass("muted");
        mark.InnerHtml.Append(texts["site.optional"]);
        label.InnerHtml.Append(" ").AppendHtml(mark);
        return label;
    }

    private TagBuilder Suffixed(TagBuilder control)
    {
        if (string.IsNullOrEmpty(Suffix))
            return control;
        var row = new TagBuilder("span");
        row.AddCssClass("suffixed");
        var unit = new TagBuilder("span");
        unit.InnerHtml.Append(Suffix);
        row.InnerHtml.AppendHtml(control).AppendHtml(unit);
        return row;
    }

    private static void AppendNote(TagHelperOutput output, string id, string css, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var note = new TagBuilder("p");
        note.AddCssClass(css);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        output.Content.AppendHtml(note);
    }
}
