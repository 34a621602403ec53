using System.Globalization;
using Storefront.Modules.Catalog.Guesses;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>What can be filled in from the seller's own answers, when a form is sent: each filling but a mere repetition is a guess.</summary>
internal static class Completion
{
    /// <summary>Months that such goods usually keep. Too short rather than too long: the seller is asked before it counts.</summary>
    private static readonly Dictionary<string, int> KeepsMonths = new(StringComparer.Ordinal)
    {
        ["honey"] = 18,
        ["dried"] = 6,
        ["sugar"] = 12,
        ["tea"] = 12,
        ["oil"] = 12,
        ["grain"] = 6,
    };

    /// <summary>Returns the names of the fields that were filled in.</summary>
    public static IReadOnlyList<string> Complete(this ProductForm form, Texts texts, DateOnly today)
    {
        var filled = new List<string>();
        form.Fill(GuessMark.Category, ListingGuess.CategoryOf(form.Name), filled);
        foreach (var (index, size) in form.Sizes.Index().Where(row => (string.IsNullOrWhiteSpace(row.Item.Label) || IsOfOtherGrams(row.Item)) && SizeReader.GramsOf(row.Item.Grams) is > 0))
        {
            // Said in the seller's own way: no guess.
            size.Label = size.Grams!.Trim().All(char.IsAsciiDigit) ? texts["listing.label", size.Grams.Trim()] : size.Grams.Trim();
            filled.Add($"Sizes[{index}].Label");
        }
        if (form is { HasQuantity: true, BestBefore: null, HarvestedOn: { } day, Category: { } category } && KeepsMonths.TryGetValue(category, out var months) && day.AddMonths(months) > today)
            form.Fill(GuessMark.BestBefore, new(day.AddMonths(months).ToString("O", CultureInfo.InvariantCulture), texts[$"catalog.category.{category}"]), filled);
        return filled;
    }

    /// <summary>"1500 g" was filled in here, and then the seller wrote another weight.</summary>
    private static bool IsOfOtherGrams(ProductForm.Row size)
    {
        var label = size.Label!.Trim();
        var number = label.TrimEnd('克', 'g').TrimEnd();
        return number.Length < label.Length && number.Length > 0 && number.All(char.IsAsciiDigit) && !SizeReader.Agree(label, size.Grams);
    }
}
