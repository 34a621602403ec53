using System.Globalization;

namespace Storefront.Shared;

/// <summary>A sum in fen (1/100 yuan), always CNY inside the shop. Whole numbers only; rounding has one place, <see cref="Share"/>.</summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    public static readonly Money Zero;

    public bool IsZero => Fen == 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));
    public static Money operator -(Money a) => new(checked(-a.Fen));
    public static Money operator *(Money a, int times) => new(checked(a.Fen * times));
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <summary>A part in basis points (1/10,000), half a fen rounded up, away from zero for negative sums.</summary>
    public Money Share(int basisPoints)
    {
        var (sign, size) = Fen < 0 ? (-1, -(Int128)Fen) : (1, (Int128)Fen);
        return new((long)((size * basisPoints + 5_000) / 10_000) * sign);
    }

    /// <summary>
    /// Splits the sum by weights: each part is what the running total (rounded down) has grown by, so that the parts are the sum to the last fen.
    /// Where nothing has a weight the last part is all of it.
    /// </summary>
    public IReadOnlyList<Money> Spread(IReadOnlyList<long> weights)
    {
        var whole = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        var parts = new Money[weights.Count];
        var (reached, given) = (Int128.Zero, 0L);
        for (var index = 0; index < parts.Length; index++)
        {
            reached += weights[index];
            var upToHere = whole == 0 ? (index == parts.Length - 1 ? Fen : 0) : (long)(Fen * reached / whole);
            parts[index] = new(upToHere - given);
            given = upToHere;
        }
        return parts;
    }

    /// <summary>Price per 500 g (1 jin), rounded to the fen.</summary>
    public Money PerJin(int netGrams) => new((long)(((Int128)Fen * 500 + netGrams / 2) / netGrams));

    /// <summary>Yuan with two decimals and no sign of currency, for vendors and form fields: <c>39.90</c>.</summary>
    public string ToYuan() => (Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Reads yuan as people type them ("39.9", "39", "¥39.90", "39元"). False when there are more than two decimals, a sign or anything else.</summary>
    public static bool TryParseYuan(string? text, out Money money)
    {
        money = Zero;
        var plain = text?.Trim().Trim('¥', '￥', '元').Trim().Replace("，", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            || yuan > 10_000_000 || decimal.Round(yuan, 2) != yuan)
            return false;
        money = new((long)(yuan * 100));
        return true;
    }

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>As people read it: <c>¥39.90</c>, thousands grouped.</summary>
    public override string ToString() => (Fen < 0 ? "-¥" : "¥") + (Math.Abs(Fen) / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);
}
