using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>How much is sold: a net weight (5斤装, 500g×2, 一斤半) or a count (30枚). What was harvested, eaten or lost is no pack.</summary>
internal static class SizeReader
{
    /// <param name="Grams">Null for a count.</param>
    internal sealed record Found(int Start, int End, int? Grams, string Label, string From);

    private const int MostGrams = 1_000_000;
    private const int MostLoose = 25_000;
    private const int Window = 8;

    private static readonly Regex Weight = Wording.Pattern(
        $"(?:(?<before>[1-9][0-9]?)(?:[袋瓶罐盒包]| ?packs? of)? ?[x*] ?)?(?<number>{Numerals.Pattern})(?<range> ?[-~到至] ?{Numerals.Pattern})? ?"
        + "(?<unit>公斤|千克|市斤|斤|两|克|kg|g|磅|pounds?|lbs?)"
        + $"(?:(?<half>半)|(?<rest>{Numerals.Pattern})两)?(?: ?[x*] ?(?<times>[1-9][0-9]?|[两二三四五六七八九十])(?<pack>[袋瓶罐盒包箱条块])?)?(?<fill>(?:玻璃|真空|铁|布|纸|塑料)?(?:[瓶罐盒袋箱桶]装?|装)|真空|/[箱袋瓶罐盒桶件份]|一[箱袋瓶罐盒桶件份])?");

    private static readonly Regex Count = Wording.Pattern($"(?<number>{Numerals.Pattern}) ?(?<unit>[枚个只颗支条块饼袋瓶罐盒包桶提]|eggs|pieces|pcs|jars|bags)(?<fill>装)?");

    private static readonly string[] PackBefore = ["净重", "净含量", "规格", "每份", "一份", "一箱", "每箱", "整箱", "一盒", "每盒", "一袋", "每袋", "一罐", "每罐", "一瓶", "每瓶", "一桶", "一件", "每件", "礼盒", "net"];
    private static readonly string[] Never = ["亩产", "瘦", "胖", "减", "送", "满", "每亩", "一亩", "体重", "轻了", "重了", "涨", "赠", "lost", "free "];
    private static readonly string[] NotSold = ["一天", "每天", "一年", "一树", "一棵", "每棵", "收", "摘", "采", "打了", "割", "背", "挑", "扛", "产", "存", "喂", "吃", "买", "熬", "晒", "捡", "养", "一头", "一只", "一条", "一个", "一筐", "keep", "picked", "harvested", "ate", "made"];
    private const string AfterLiang = "天个年口只次下句三种条家百千样棵株人位头面边手";
    private const string NotAPack = "多拉重以起的";

    public static Found? Read(Wording text)
    {
        var found = Weight.Matches(text.Plain).Select(match => (Match: match, Grams: GramsOf(match))).ToList();
        foreach (var (match, _) in found.Where(each => Fits(text, each.Match))) text.Understand(match.Index, match.Index + match.Length);
        var fit = found.Where(each => each.Grams is > 0 and <= MostGrams && Fits(text, each.Match)).ToList();
        var chosen = First(fit, each => text.Before(each.Match.Index, Window).Contains('净', StringComparison.Ordinal)) ?? First(fit, each => IsStrong(text, each.Match))
            ?? First(fit, each => each.Grams <= MostLoose && IsLoose(text, each.Match));
        return chosen is { } pack ? Of(text, pack.Match, pack.Grams) : CountIn(text);
    }

    private static (Match Match, int? Grams)? First(List<(Match Match, int? Grams)> fit, Predicate<(Match Match, int? Grams)> says) => fit.FindIndex(says) is var at and >= 0 ? fit[at] : null;

    /// <summary>The grams of what stands in a weight field: "1500", "3斤", "500g×2". Null when it is no weight.</summary>
    public static int? GramsOf(string? typed)
    {
        var text = new Wording(typed?.Trim() ?? "").Plain;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var grams)) return grams;
        return Weight.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length ? GramsOf(match) : null;
    }

    private static int? GramsOf(Match match)
    {
        if (match.Groups["range"].Success || Numerals.Read(match.Groups["number"].Value) is not { } number) return null;
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "公斤" or "千克" or "kg" => 1_000m,
            "斤" or "市斤" => 500,
            "两" => 50,
            "克" or "g" => 1,
            _ => 453.6m,
        };
        var grams = number * unit + (match.Groups["half"].Success ? unit / 2 : 0);
        if (match.Groups["rest"].Success) grams += (Numerals.Read(match.Groups["rest"].Value) ?? 0) * 50;
        grams *= TimesOf(match.Groups["times"]) * TimesOf(match.Groups["before"]);
        return grams <= MostGrams ? (int)Math.Round(grams) : null;
    }

    private static decimal TimesOf(Group times) => times.Success ? Numerals.Read(times.Value) ?? 1 : 1;

    /// <summary>Whether the match is no piece of something longer: of 15G phones, of 3.5克拉, of 半斤八两.</summary>
    private static bool IsWhole(Wording text, Match match)
    {
        var unit = match.Groups["unit"];
        var (before, after) = (text.At(match.Index - 1), text.At(unit.Index + unit.Length));
        var goesOn = char.IsAsciiLetter(unit.Value[0]) && char.IsAsciiLetterOrDigit(after) && after is not 'x' and not 'X';
        return !char.IsAsciiLetterOrDigit(before) && before is not '.' and not '$' && !goesOn
            && !(unit.Value is "g" or "G" && match.Groups["number"].Value.Length == 1) && text.After(match.Index, 4) != "半斤八两";
    }

    private static bool Fits(Wording text, Match match)
    {
        var next = text.At(match.Index + match.Length);
        // "18.8 两瓶35": this 两 counts bottles.
        var unit = match.Groups["unit"];
        var liang = unit.Value == "两" && (text.At(unit.Index - 1) == ' ' || AfterLiang.Contains(next, StringComparison.Ordinal) || (char.IsLetter(next) && !match.Groups["fill"].Success && next != '包'));
        return IsWhole(text, match) && !liang && !(NotAPack.Contains(next, StringComparison.Ordinal) && !match.Groups["fill"].Success)
            && !Wording.SaysAny(text.Before(match.Index, Window), Never);
    }

    private static bool IsStrong(Wording text, Match match) =>
        match.Groups["fill"].Success || match.Groups["times"].Success || match.Groups["before"].Success
        || Wording.SaysAny(text.Before(match.Index, Window), PackBefore) || PriceReader.IsBeside(text, match.Index, match.Index + match.Length);

    private static bool IsLoose(Wording text, Match match) => !Wording.SaysAny(text.Before(match.Index, Window), NotSold);

    private static Found Of(Wording text, Match match, int? grams) =>
        new(match.Index, match.Index + match.Length, grams, text.Said(match.Index, match.Index + match.Length), text.Said(match.Index, match.Index + match.Length));

    /// <summary>A count is a size only where it says so: 装 behind it, eggs, or a price beside it.</summary>
    private static Found? CountIn(Wording text)
    {
        foreach (Match match in Count.Matches(text.Plain))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            var unit = match.Groups["unit"].Value;
            var says = match.Groups["fill"].Success || unit is "枚" or "eggs" || PriceReader.IsBeside(text, start, end);
            var whole = !char.IsAsciiLetterOrDigit(text.At(start - 1)) && text.At(start - 1) is not '.' and not '第' && !(unit.Length > 1 && char.IsAsciiLetter(text.At(end)));
            if (!says || !whole || Numerals.Read(match.Groups["number"].Value) is not > 0 || Wording.SaysAny(text.Before(start, Window), Never)) continue;
            text.Understand(start, end);
            return Of(text, match, grams: null);
        }
        return null;
    }
}
