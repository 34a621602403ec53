using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Shared.Tags;

/// <summary><c>&lt;date of="utc" /&gt;</c>: a moment by the shop's clock; the year only where it is not this one. Nothing for null.</summary>
[HtmlTargetElement("date", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTag(Texts texts, TimeProvider clock) : TagHelper
{
    public DateTime? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is not { } utc)
        {
            output.SuppressOutput();
            return;
        }
        var local = LocalTime.Of(utc);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(texts[local.Year == LocalTime.Today(clock).Year ? "site.time" : "site.time_year", local]);
    }
}

/// <summary><c>&lt;day of="date" /&gt;</c>: a day, the year only where it is not this one. Nothing for null.</summary>
[HtmlTargetElement("day", Attributes = "of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTag(Texts texts, TimeProvider clock) : TagHelper
{
    public DateOnly? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is not { } day)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(texts[day.Year == LocalTime.Today(clock).Year ? "site.day" : "site.day_year", day]);
    }
}
