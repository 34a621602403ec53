using System.Globalization;
using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>The price now asked. A price of before or of elsewhere, freight, coupons, foreign money, dates and counts are none.</summary>
internal static class PriceReader
{
    /// <param name="PerJin">Asked for 500 g and not for the pack.</param>
    internal sealed record Found(int At, string Yuan, string From, bool PerJin, int Weight);

    private const int Window = 8;
    private const int MostYuan = 20_000;
    private const string Number = "[0-9]{1,5}(?:[.][0-9]{1,2})?";

    private static readonly Regex Priced = Wording.Pattern(
        $"(?<sign>¥|rmb|cny) ?(?<number>{Number})|(?<number>{Number}) ?(?<unit>元|块钱|块|yuan|rmb|cny)(?<tenths>[0-9])?"
        + "|(?<chinese>[一二两三四五六七八九十百]{1,6})(?<unit>元|块钱|块)(?<tenths>[一二三四五六七八九])?");

    private static readonly Regex Bare = Wording.Pattern(Number);
    private static readonly Regex NextTo = Wording.Pattern("(?:¥|rmb|cny) ?[0-9]|[0-9] ?(?:元|块|yuan|rmb|cny)|[0-9][.][0-9]{1,2}(?:[^0-9万wk]|$)");

    private static readonly string[] Drop =
    [
        "满", "减", "省", "优惠", "券", "红包", "定金", "运费", "邮费", "快递", "差价", "补", "赚", "工资", "成本", "收入", "工钱", "赔", "罚", "押金", "返", "领", "送", "原价", "平时", "市场价", "超市", "门店",
        "外面", "以前", "去年", "往年", "别家", "别人", "专柜", "零售价", "城里", "商场", "涨", "降", "便宜", "花了", "能卖", "卖了", "卖到", "件", "was ", "usually", "save ", "off ", "over ", "shipping", "instead of",
    ];

    private static readonly string[] Now = ["现价", "只要", "仅", "今天", "今日", "到手", "活动价", "特价", "优惠价", "直播价", "券后", "一口价", "价格", "售价", "福利价", "秒杀", "卖", "now", "only", "just", "price"];
    private static readonly string[] NotAsked = ["红包", "优惠", "券", "运费", "邮费", "定金", "以上", "多", "一天", "工资", "无门槛", "代金", "旦", "宝", "素", "月", "的差", "成本", "回家", "的人"];
    private static readonly Regex PerJin = Wording.Pattern(@"\A ?(?:/|一|每)(?:斤|500g|500克)");
    private const string Grades = "(?:[特超]?[大中小]果|特级|一级|精品)?";
    private static readonly Regex Grade = Wording.Pattern(@"\A ?" + Grades);
    private static readonly Regex BetweenPack = Wording.Pattern(@"\A[ ,:=]*(?:一?(?:玻璃|真空|铁|布|纸)?[装瓶罐盒袋箱桶份饼]{1,2})?" + Grades + @"[ ,:=]*\z");
    private const string Counted = "斤两克千公个只枚份箱袋瓶罐盒包桶件组年月日天号点岁人单户里名批0123456789";
    private const string BehindPiece = ",.!?;、包一每/到起、~)）";
    private const string BehindBare = ",!?;、包还一每/~)）";

    public static Found? Read(Wording text, SizeReader.Found? size)
    {
        var candidates = Priced.Matches(text.Plain).Select(match => Asked(text, match)).OfType<Found>().ToList();
        candidates.AddRange(Bare.Matches(text.Plain).Where(match => !text.IsUnderstood(match.Index)).Select(match => AskedBare(text, match, size)).OfType<Found>());
        return candidates.OrderByDescending(found => found.Weight).ThenBy(found => found.At).FirstOrDefault();
    }

    /// <summary>Whether a price stands right behind a place, with at most a gap and a grade between.</summary>
    public static bool IsBehind(Wording text, int end)
    {
        var behind = Grade.Replace(text.After(end, Window + 3), "").TrimStart(' ', ',', ':', '=', '-');
        return (NextTo.Match(behind) is { Success: true } next && behind[..next.Index].All(char.IsAsciiDigit)) || IsBareAmount(text, end);
    }

    /// <summary>Whether a price stands right before a place, with at most a gap between.</summary>
    public static bool IsBefore(Wording text, int start)
    {
        var before = text.Plain[Math.Max(0, start - Window)..start].TrimEnd(' ', ',', ':', '/');
        return NextTo.Matches(before).LastOrDefault() is { } last && last.Index + last.Length == before.Length;
    }

    /// <summary>"一斤39 两斤75": a number that counts nothing stands right behind the weight.</summary>
    private static bool IsBareAmount(Wording text, int end)
    {
        var start = text.At(end) == ' ' ? end + 1 : end;
        var stop = start;
        while (char.IsAsciiDigit(text.At(stop))) stop++;
        var next = text.At(stop) == ' ' ? text.At(stop + 1) : text.At(stop);
        return stop - start is 2 or 3 && text.At(start) != '0' && (Wording.IsGap(text.At(stop)) || next == '包') && next is not ('.' or '-' or '~' or '/' or ':' or '*' or '%')
            && !Counted.Contains(next, StringComparison.Ordinal) && !char.IsAsciiLetter(next);
    }

    private static Found? Asked(Wording text, Match match)
    {
        var end = match.Index + match.Length;
        var (chinese, tenths) = (match.Groups["chinese"], match.Groups["tenths"]);
        // "49块5斤" is 49 for 5 jin, "49块5" is 49.5.
        var hasTenths = tenths.Success && !IsUnit(text.At(end));
        if (tenths.Success && !hasTenths) end--;
        var amount = Numerals.Read(chinese.Success ? chinese.Value : match.Groups["number"].Value);
        if (match.Groups["unit"].Value == "块" && !hasTenths && !IsMoney(text, end, chinese.Success ? amount : 10)) return null;
        if (amount is null || !IsApart(text, match.Index) || (match.Groups["sign"].Success && char.IsAsciiDigit(text.At(end)))) return null;
        text.Understand(match.Index, end);
        if (hasTenths) amount += Numerals.Read(tenths.Value) / 10 ?? 0;
        return Judge(text, match.Index, end, amount.Value, hasCurrency: true);
    }

    private static bool IsUnit(char letter) => "斤公千克gk两枚个只箱瓶罐袋盒份件0123456789".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

    private static Found? AskedBare(Wording text, Match match, SizeReader.Found? size)
    {
        var end = match.Index + match.Length;
        var next = text.At(end);
        var amount = decimal.Parse(match.Value, CultureInfo.InvariantCulture);
        var isYear = amount is >= 1900 and <= 2100 && !match.Value.Contains('.', StringComparison.Ordinal);
        if (isYear || amount < 1 || !IsApart(text, match.Index) || (!Wording.IsGap(next) && !BehindBare.Contains(next, StringComparison.Ordinal)) || next is '-' or '~' or '%') return null;
        if (next is '.' or ':' or '/' && char.IsAsciiLetterOrDigit(text.At(end + 1))) return null;
        var told = Wording.SaysAny(text.Before(match.Index, 4), Now);
        var besideSize = size is not null && (IsClose(text, size.End, match.Index) || IsClose(text, end, size.Start));
        var besideFree = text.After(end, 3).TrimStart().StartsWith("包邮", StringComparison.Ordinal) || text.After(end, 15).TrimStart(' ', ',').StartsWith("free ship", StringComparison.OrdinalIgnoreCase);
        return told || besideSize || besideFree ? Judge(text, match.Index, end, amount, hasCurrency: false) : null;
    }

    private static Found? Judge(Wording text, int start, int end, decimal amount, bool hasCurrency)
    {
        var before = text.Before(start, Window);
        if (amount is <= 0 or > MostYuan || Wording.SaysAny(before, Drop) || Wording.SaysAny(text.After(end, 3), NotAsked)) return null;
        var weight = (Wording.SaysAny(before, Now) ? 2 : 0) + (hasCurrency ? 1 : 0);
        // "16 一斤30": the jin belongs to the price behind it.
        var perJin = PerJin.Match(text.After(end, 7)) is { Success: true } jin && !char.IsAsciiDigit(text.At(end + jin.Length));
        return new(start, amount.ToString("0.##", CultureInfo.InvariantCulture), text.Said(start, end), perJin, weight);
    }

    private static bool IsMoney(Wording text, int end, decimal? amount)
    {
        var next = text.At(end);
        return amount >= 5 && (Wording.IsGap(next) || char.IsAsciiDigit(next) || BehindPiece.Contains(next, StringComparison.Ordinal));
    }

    /// <summary>Not the tail of a date, a range, a foreign price or a longer number.</summary>
    private static bool IsApart(Wording text, int start)
    {
        var before = text.At(start - 1);
        var earlier = before == ' ' ? text.At(start - 2) : before;
        return !char.IsAsciiLetterOrDigit(before) && before is not '.' and not '-' and not '~' and not '第' and not '到' and not '至' && earlier is not '$' and not '£' and not '€';
    }

    private static bool IsClose(Wording text, int end, int start) => start >= end && start - end <= 6 && BetweenPack.IsMatch(text.Plain[end..start]);
}
