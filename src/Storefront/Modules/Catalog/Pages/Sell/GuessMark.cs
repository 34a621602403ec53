namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>A field that was filled in by a guess the seller has not agreed to yet. Travels with the form, and with a draft, as one line.</summary>
/// <param name="Value">What was guessed: once the field says something else, it is the seller's own.</param>
/// <param name="From">The words it was guessed from.</param>
internal sealed record GuessMark(string Field, string Value, string From)
{
    public const string Name = "Name";
    public const string Category = "Category";
    public const string Label = "Label";
    public const string Grams = "Grams";
    public const string Price = "Price";
    public const string BestBefore = "BestBefore";

    private const char Between = '|';
    private const int LongestFrom = 40;

    private static readonly string[] Fields = [Name, Category, Label, Grams, Price, BestBefore];

    /// <summary>The name of its field in the form, behind "Input.".</summary>
    public string Path => Field is Label or Grams or Price ? $"Sizes[0].{Field}" : Field;

    public static GuessMark? Read(string line) =>
        line.Split(Between, 3) is [var field, var value, var from] && Fields.Contains(field, StringComparer.Ordinal) ? new(field, value, from) : null;

    public override string ToString() => string.Join(Between, Field, Plain(Value), Plain(From.Length > LongestFrom ? From[..LongestFrom] : From));

    private static string Plain(string text) => text.Replace(Between, ' ').ReplaceLineEndings(" ");
}
