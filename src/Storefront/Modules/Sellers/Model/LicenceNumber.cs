namespace Storefront.Modules.Sellers.Model;

/// <summary>What a look at a licence number says. It only ever warns: real shops mistype, and a reviewer reads the photo.</summary>
internal enum NumberVerdict { NotChecked, Good, WrongShape, WrongCheckDigit }

internal static class LicenceNumber
{
    /// <summary>GB 32100: digits and capitals without I, O, S, V and Z.</summary>
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>As it is stored: without blanks, letters large.</summary>
    public static string Tidy(string number) => string.Concat(number.Where(letter => !char.IsWhiteSpace(letter) && letter is not '-')).ToUpperInvariant();

    public static NumberVerdict Check(LicenceKind kind, string? number) => (kind, number) switch
    {
        (_, null or "") => NumberVerdict.NotChecked,
        (LicenceKind.Food, _) => CheckFood("SC", number),
        (LicenceKind.Trade, _) => CheckFood("JY", number),
        (LicenceKind.Business, _) => CheckCredit(number),
        _ => NumberVerdict.NotChecked,
    };

    private static NumberVerdict CheckFood(string letters, string number)
    {
        if (number.Length != 16 || !number.StartsWith(letters, StringComparison.Ordinal) || !number.Skip(2).All(char.IsAsciiDigit)) return NumberVerdict.WrongShape;
        return number[^1] - '0' == Mod1110(number.AsSpan(2, 13)) ? NumberVerdict.Good : NumberVerdict.WrongCheckDigit;
    }

    /// <summary>Check digit of ISO 7064 MOD 11,10.</summary>
    private static int Mod1110(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    private static NumberVerdict CheckCredit(string number)
    {
        if (number.Length != 18 || !number.All(CreditAlphabet.Contains)) return NumberVerdict.WrongShape;
        var sum = CreditWeights.Select((weight, place) => weight * CreditAlphabet.IndexOf(number[place], StringComparison.Ordinal)).Sum();
        return CreditAlphabet.IndexOf(number[^1], StringComparison.Ordinal) == (31 - sum % 31) % 31 ? NumberVerdict.Good : NumberVerdict.WrongCheckDigit;
    }
}
