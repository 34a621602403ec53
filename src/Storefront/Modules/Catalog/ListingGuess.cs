using System.Globalization;
using System.Text.RegularExpressions;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog;

/// <summary>What a video's caption seems to say about the goods. The seller reads it over before anything is saved.</summary>
internal sealed partial record ListingGuess(string Name, string? Category, string? Label, int? Grams, string? Price)
{
    private static readonly (string Category, string[] Words)[] Words =
    [
        ("honey", ["蜜", "honey"]), ("dried", ["薯干", "笋干", "菇", "木耳", "dried"]), ("sugar", ["糖", "sugar"]), ("tea", ["茶", "tea"]),
        ("oil", ["油", "oil"]), ("grain", ["米", "面条", "豆", "rice"]), ("fruit", ["果", "橘", "梨", "桃", "柿", "fruit"]),
    ];

    private static readonly Dictionary<string, int> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["斤"] = 500,
        ["公斤"] = 1_000,
        ["千克"] = 1_000,
        ["kg"] = 1_000,
        ["两"] = 50,
        ["克"] = 1,
        ["g"] = 1,
    };

    private const string Numerals = "零一二三四五六七八九十";

    [GeneratedRegex("(?<label>(?<number>[0-9]{1,4}([.][0-9]{1,2})?|[一二两三四五六七八九十半])[ ]?(?<unit>公斤|千克|斤|两|克|kg|g))(?![a-z])[装]?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Weight();

    [GeneratedRegex("([¥￥][ ]?(?<price>[0-9]{1,5}([.][0-9]{1,2})?))|((?<price>[0-9]{1,5}([.][0-9]{1,2})?)[ ]?(元|块钱|块))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Cost();

    [GeneratedRegex(@"[\s，。！,!]+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Gaps();

    public static ListingGuess Of(string caption)
    {
        var (weight, cost) = (Weight().Match(caption), Cost().Match(caption));
        var name = Gaps().Replace(Cost().Replace(Weight().Replace(caption, " "), " "), " ").Trim();
        var category = Words.FirstOrDefault(kind => kind.Words.Any(word => caption.Contains(word, StringComparison.OrdinalIgnoreCase))).Category;
        return new(
            name.Length > Product.NameLength ? name[..Product.NameLength] : name, category,
            weight.Success ? weight.Groups["label"].Value : null, weight.Success ? GramsOf(weight) : null, cost.Success ? cost.Groups["price"].Value : null);
    }

    private static int GramsOf(Match weight)
    {
        var number = weight.Groups["number"].Value switch
        {
            "半" => 0.5m,
            "两" => 2,
            var numeral when Numerals.IndexOf(numeral, StringComparison.Ordinal) is var value and >= 0 => value,
            var digits => decimal.Parse(digits, CultureInfo.InvariantCulture),
        };
        return (int)(number * Units[weight.Groups["unit"].Value]);
    }
}
