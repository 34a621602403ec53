namespace Storefront.Modules.Catalog.Guesses;

/// <summary>One thing read out of a text, and the words it was read from, for the seller to judge.</summary>
internal sealed record Guess(string Value, string From);

/// <summary>
/// What a share text seems to say about the goods. Pure and in linear time. Each part is shown as a guess until the seller has agreed:
/// where the text is of two minds (a range, several meanings) there is no guess at all.
/// </summary>
/// <param name="Category">A category's key.</param>
/// <param name="Label">How the size is called: "5斤装", "30枚".</param>
/// <param name="Grams">Net weight in whole grams.</param>
/// <param name="Price">Yuan.</param>
/// <param name="FreightIncluded">The price is said to include sending it, without a condition.</param>
internal sealed record ListingGuess(Guess? Name, Guess? Category, Guess? Label, Guess? Grams, Guess? Price, Guess? FreightIncluded)
{
    public const int LongestName = 60;
    public const int LongestLabel = 40;

    public static ListingGuess Of(string caption, IReadOnlyList<string> hashtags)
    {
        var text = new Wording(caption);
        var size = SizeReader.Read(text);
        var freight = FreightReader.Read(text);
        var price = PriceReader.Read(text, size);
        if (size is { IsLoose: true } && price is null) size = null;
        var (name, category) = NameReader.Read(text, hashtags, hasOffer: size is not null || price is not null);
        // "15元一斤" is the price of one jin, whatever else is weighed in the text.
        if (price is { PerJin: true } && size?.Grams != 500) size = new(price.At, price.At, 500, "1斤", price.From);
        return new(
            name, category,
            size?.Label is { Length: > 0 and <= LongestLabel } label ? new(label, size.From) : null,
            size is { Grams: { } grams } ? new(grams.ToString(System.Globalization.CultureInfo.InvariantCulture), size.From) : null,
            price is null ? null : new(price.Yuan, price.From), freight);
    }

    /// <summary>The category that a name speaks of; null when it names no goods we know.</summary>
    public static Guess? CategoryOf(string? name) =>
        GoodsWords.First(new Wording(name ?? "").Plain) is { } found ? new(found.Category, name!.Substring(found.At, found.Length)) : null;
}
