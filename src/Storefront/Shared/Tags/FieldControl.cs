using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary>Builds the element one types or chooses in.</summary>
internal sealed class FieldControl(string name, string type, FieldAnswer answer, IEnumerable<SelectListItem>? options, IReadOnlyList<TagHelperAttribute> given)
{
    public string Id { get; } = TagBuilder.CreateSanitizedId(name, "_");

    public string ErrorId => $"{Id}-error";

    public string HintId => $"{Id}-hint";

    public string? DescribedBy { get; set; }

    public TagBuilder Build() => type switch
    {
        "radio" => Radios(),
        _ when options is not null => Select(options),
        "textarea" => Area(),
        "checkbox" => Checkbox(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Wired("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        if (type is not ("password" or "file"))
            input.Attributes["value"] = answer.Value;
        return Dress(input);
    }

    private TagBuilder Area()
    {
        var area = Wired("textarea");
        area.Attributes["rows"] = "4";
        // A browser drops the first line break after the start tag, so one is given away to keep what was typed.
        area.InnerHtml.AppendHtml("\n").Append(answer.Value);
        return Dress(area);
    }

    private TagBuilder Checkbox()
    {
        var box = Wired("input");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (answer.IsTicked)
            box.Attributes["checked"] = "checked";
        var both = new TagBuilder("span");
        // An empty box sends nothing; its hidden twin says false, also where the model begins with true.
        both.InnerHtml.AppendHtml(Dress(box)).AppendHtml($"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(name)}\" value=\"false\">");
        return both;
    }

    private TagBuilder Select(IEnumerable<SelectListItem> items)
    {
        var select = Wired("select");
        foreach (var item in items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            if (IsChosen(item))
                option.Attributes["selected"] = "selected";
            if (item.Disabled)
                option.Attributes["disabled"] = "disabled";
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }
        return Dress(select);
    }

    private TagBuilder Radios()
    {
        var all = new TagBuilder("div");
        all.AddCssClass("choices");
        foreach (var (index, item) in (options ?? []).Index())
        {
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            radio.Attributes["type"] = "radio";
            radio.Attributes["name"] = name;
            radio.Attributes["id"] = index == 0 ? Id : $"{Id}-{index}";
            radio.Attributes["value"] = item.Value ?? item.Text;
            if (IsChosen(item))
                radio.Attributes["checked"] = "checked";
            var label = new TagBuilder("label");
            label.InnerHtml.AppendHtml(Dress(radio)).Append(" ").Append(item.Text);
            all.InnerHtml.AppendHtml(label);
        }
        return all;
    }

    private bool IsChosen(SelectListItem item) => answer.Value.Length > 0 ? (item.Value ?? item.Text) == answer.Value : item.Selected;

    private TagBuilder Wired(string element)
    {
        var control = new TagBuilder(element);
        control.Attributes["id"] = Id;
        control.Attributes["name"] = name;
        if (answer.Error is not null)
            control.Attributes["aria-invalid"] = "true";
        if (DescribedBy is not null)
            control.Attributes["aria-describedby"] = DescribedBy;
        return control;
    }

    private TagBuilder Dress(TagBuilder control)
    {
        foreach (var attribute in given)
            control.Attributes[attribute.Name] = Plain(attribute.Value);
        return control;
    }

    /// <summary>Razor hands unbound attributes over as encoded HTML; the builder encodes again, so the text is taken out first.</summary>
    private static string? Plain(object? value)
    {
        if (value is not IHtmlContent html)
            return value?.ToString();
        using var writer = new StringWriter();
        html.WriteTo(writer, NullHtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
