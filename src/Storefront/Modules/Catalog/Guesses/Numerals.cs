using System.Globalization;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>Numbers as people write them in front of a unit: 5, 2.5, 三, 十二, 一百二十, 半.</summary>
internal static class Numerals
{
    public const string Pattern = "(?:[0-9]{1,5}(?:[.][0-9]{1,3})?|[零一二两三四五六七八九十百半]{1,6})";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Null for what is no single number: 两三 is a range, 三五 too.</summary>
    public static decimal? Read(string text)
    {
        if (text.Length == 0) return null;
        if (char.IsAsciiDigit(text[0])) return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text == "半" ? 0.5m : ReadChinese(text);
    }

    private static int? ReadChinese(string text)
    {
        var (sum, digit) = (0, -1);
        var last = 1_000;
        foreach (var letter in text)
        {
            if (Digits.IndexOf(letter == '两' ? '二' : letter, StringComparison.Ordinal) is var value and >= 0)
            {
                if (digit > 0) return null;
                digit = value;
                continue;
            }
            var unit = letter switch { '十' => 10, '百' => 100, _ => 0 };
            if (unit == 0 || unit >= last || digit == 0) return null;
            sum += (digit < 0 ? 1 : digit) * unit;
            (digit, last) = (-1, unit);
        }
        // 一百二 is 120, and 二十五 is 25.
        return digit <= 0 ? sum > 0 ? sum : null : sum + digit * (last == 100 && !text.Contains('零', StringComparison.Ordinal) ? 10 : 1);
    }
}
