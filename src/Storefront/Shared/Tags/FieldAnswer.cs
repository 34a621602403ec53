using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Storefront.Shared.Tags;

/// <summary>What stands in a field: the text as it was sent where there was a post, else the model's value; and what is wrong with it.</summary>
internal sealed class FieldAnswer
{
    public FieldAnswer(ViewContext view, string name, object? model, Texts texts)
    {
        view.ViewData.ModelState.TryGetValue(name, out var entry);
        Value = entry?.AttemptedValue ?? Format(model);
        Error = entry?.Errors.FirstOrDefault() is { } error ? Words(error, texts) : null;
    }

    public string Value { get; }

    public string? Error { get; }

    /// <summary>A checkbox sends "true,false" when ticked (the hidden twin adds the false).</summary>
    public bool IsTicked => Value.StartsWith("true", StringComparison.OrdinalIgnoreCase);

    public static string Words(ModelError error, Texts texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["site.invalid"] : error.ErrorMessage;

    private static string Format(object? model) => model switch
    {
        null => "",
        Money money => money.ToYuan(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString() ?? "",
    };
}
