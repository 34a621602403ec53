using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>How much is sold: a net weight (5斤装, 500g×2, 一斤半) or a count (30枚). What was harvested, eaten or lost is no pack.</summary>
internal static class SizeReader
{
    /// <param name="Grams">Null for a count.</param>
    /// <param name="IsLoose">Nothing says that it is the pack but that no other weight is told: it counts only where a price is told as well.</param>
    internal sealed record Found(int Start, int End, int? Grams, string Label, string From, bool IsLoose = false);

    private const int MostGrams = 1_000_000;
    private const int MostLoose = 25_000;
    private const int Window = 8;
    private const string Units = "斤两克gGbs磅";

    private static readonly Regex Weight = Wording.Pattern(
        $"(?:(?<before>[1-9][0-9]?)(?:[袋瓶罐盒包]| ?packs? of)? ?[x*] ?)?(?<number>{Numerals.Pattern})(?<range> ?[-~到至] ?{Numerals.Pattern})? ?"
        + "(?<unit>公斤|千克|市斤|斤|两|克|kilograms?|kilos?|kg|grams?|g|磅|pounds?|lbs?)"
        + $"(?:(?<half>半)|(?<rest>{Numerals.Pattern})两)?(?: ?[x*] ?(?<times>[1-9][0-9]?|[两二三四五六七八九十])(?<pack>[袋瓶罐盒包箱条块])?)?(?<fill>(?:玻璃|真空|铁|布|纸|塑料)?(?:[瓶罐盒袋箱桶]装?|装)|真空|/[箱袋瓶罐盒桶件份]|一[箱袋瓶罐盒桶件份])?");

    private static readonly Regex Count = Wording.Pattern($"(?<number>{Numerals.Pattern}) ?(?<unit>[枚个只颗支条块饼袋瓶罐盒包桶提]|eggs|pieces|pcs|jars|bags)(?<fill>装)?");

    private static readonly string[] PackBefore = ["净重", "净含量", "规格", "每份", "一份", "一箱", "每箱", "整箱", "一盒", "每盒", "一袋", "每袋", "一罐", "每罐", "一瓶", "每瓶", "一桶", "一件", "每件", "礼盒", "net"];
    private static readonly string[] Never = ["亩产", "瘦", "胖", "减", "送", "满", "每亩", "一亩", "体重", "轻了", "重了", "涨", "赠", "单果", "约", "大概", "差不多", "将近", "各", "two ", "three ", "four ", "five ", "six ", "each ", "lost", "free ", "about "];
    private static readonly string[] NotSold = ["一天", "每天", "一年", "一树", "一棵", "每棵", "收", "摘", "采", "打了", "割", "背", "挑", "扛", "产", "存", "喂", "吃", "买", "熬", "晒", "捡", "养", "一头", "一只", "一条", "一个", "一筐", "keep", "picked", "harvested", "ate", "made"];
    private const string AfterLiang = "天个年口只次下句三种条家百千样棵株人位头面边手";
    private const string NotAPack = "多拉重以起的";
    private static readonly string[] About = ["左右", "上下", "出头", "不到", "打底", "or so"];
    private static readonly Regex Packs = Wording.Pattern($"(?<number>{Numerals.Pattern}|(?<word>two|three|four|five|six|ten|twelve)) ?(?:[袋瓶罐盒包箱桶提组]|jars|bags|boxes|packs|tins|bottles)");
    private static readonly Regex Condition = Wording.Pattern(@"\A ?(?:邮|起|送|以上|left)|\A包邮");
    private static readonly Regex OwnPrice = Wording.Pattern(@"\A ?¥? ?[0-9]");
    private static readonly string[] Apiece = [" each", " apiece", "for the set", "各"];

    public static Found? Read(Wording text)
    {
        var found = Weight.Matches(text.Plain).Select(match => (Match: match, Grams: GramsOf(match))).ToList();
        foreach (var (match, _) in found.Where(each => Fits(text, each.Match))) text.Understand(match.Index, match.Index + match.Length);
        var fit = found.Where(each => each.Grams is > 0 and <= MostGrams && Fits(text, each.Match)).ToList();
        var chosen = First(fit, each => text.Before(each.Match.Index, Window).Contains('净', StringComparison.Ordinal)) ?? First(fit, each => IsStrong(text, each.Match, each == fit[0]));
        if (chosen is { } pack) return Of(text, pack.Match, pack.Grams);
        // Of several weights none says which is sold.
        if (fit.DistinctBy(each => each.Grams).Count() == 1 && fit[0].Grams <= MostLoose && fit.TrueForAll(each => IsLoose(text, each.Match))) return Of(text, fit[0].Match, fit[0].Grams) with { IsLoose = true };
        return CountIn(text);
    }

    private static (Match Match, int? Grams)? First(List<(Match Match, int? Grams)> fit, Predicate<(Match Match, int? Grams)> says) => fit.FindIndex(says) is var at and >= 0 ? fit[at] : null;

    /// <summary>The grams of what stands in a weight field: "1500", "3斤", "500g×2". Null when it is no weight.</summary>
    public static int? GramsOf(string? typed)
    {
        var text = new Wording(typed?.Trim() ?? "").Plain;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var grams)) return grams;
        return Weight.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length ? GramsOf(match) : null;
    }

    /// <summary>False for a name that is nothing but a weight, and another weight than the field's: "3斤" for 1000 g. A gross weight is told in more words.</summary>
    public static bool Agree(string? name, string? grams) =>
        GramsOf(name) is not { } told || char.IsAsciiDigit(name!.Trim()[^1]) || !Units.Contains(name.Trim()[^1], StringComparison.Ordinal)
        || GramsOf(grams) is not { } weight || Math.Abs(told - weight) <= weight / 50;

    private static int? GramsOf(Match match)
    {
        if (match.Groups["range"].Success || Numerals.Read(match.Groups["number"].Value) is not { } number) return null;
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "公斤" or "千克" or "kg" or "kilo" or "kilos" or "kilogram" or "kilograms" => 1_000m,
            "斤" or "市斤" => 500,
            "两" => 50,
            "克" or "g" or "gram" or "grams" => 1,
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
            && !Wording.SaysAny(text.Before(match.Index, Window), Never) && !Wording.SaysAny(text.After(match.Index + match.Length, 6), About);
    }

    private static bool IsStrong(Wording text, Match match, bool isFirst)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        var told = match.Groups["fill"].Success || match.Groups["times"].Success || match.Groups["before"].Success || Wording.SaysAny(text.Before(start, Window), PackBefore);
        return (told || PriceReader.IsBehind(text, end) || (isFirst && PriceReader.IsBefore(text, start))) && !IsForSeveral(text, match);
    }

    /// <summary>"250克 3袋一组 66元", "200g each": the price may be for more than this weight. "18.8 两瓶35": the two have a price of their own.</summary>
    private static bool IsForSeveral(Wording text, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        var isPriced = PriceReader.IsBehind(text, end);
        return Wording.SaysAny(text.After(end, Window + 3), Apiece) || Packs.Matches(text.Plain).Any(packs => (packs.Index >= end || packs.Index + packs.Length <= start)
            && (packs.Groups["word"].Success || Numerals.Read(packs.Groups["number"].Value) > 1)
            && text.After(packs.Index + packs.Length, Window) is var behind && !Condition.IsMatch(behind) && !(isPriced && OwnPrice.IsMatch(behind)));
    }

    private static bool IsLoose(Wording text, Match match) => !Wording.SaysAny(text.Before(match.Index, Window), NotSold) && !IsForSeveral(text, match);

    private static Found Of(Wording text, Match match, int? grams) =>
        new(match.Index, match.Index + match.Length, grams, text.Said(match.Index, match.Index + match.Length), text.Said(match.Index, match.Index + match.Length));

    /// <summary>A count is a size only where it says so: 装 behind it, eggs, or a price beside it.</summary>
    private static Found? CountIn(Wording text)
    {
        foreach (Match match in Count.Matches(text.Plain))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            var unit = match.Groups["unit"].Value;
            var says = match.Groups["fill"].Success || unit is "枚" or "eggs" || PriceReader.IsBehind(text, end) || PriceReader.IsBefore(text, start);
            var whole = !char.IsAsciiLetterOrDigit(text.At(start - 1)) && text.At(start - 1) is not '.' and not '第' && !(unit.Length > 1 && char.IsAsciiLetter(text.At(end)));
            if (!says || !whole || Numerals.Read(match.Groups["number"].Value) is not > 0 || Wording.SaysAny(text.Before(start, Window), Never)) continue;
            text.Understand(start, end);
            return Of(text, match, grams: null);
        }
        return null;
    }
}
