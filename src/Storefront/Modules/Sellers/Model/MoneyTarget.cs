namespace Storefront.Modules.Sellers.Model;

internal enum PayoutKind { Bank, Alipay, Wechat }

/// <summary>Where somebody's money goes. The number is kept sealed; only its end is ever shown.</summary>
internal abstract class MoneyTarget
{
    public const int HolderLength = 40;
    public const int NumberLength = 64;
    private const int TailLength = 4;
    private const int ShortestCard = 12;
    private const int LongestCard = 25;
    private const int ShortestName = 4;

    public PayoutKind Kind { get; private set; }

    public string Holder { get; private set; } = "";

    public string SealedNumber { get; private set; } = "";

    public string Tail { get; private set; } = "";

    public string Masked => $"****{Tail}";

    /// <summary>A number as it is typed, without its blanks; null when nothing was.</summary>
    public static string? Tidy(string? number) => string.IsNullOrWhiteSpace(number) ? null : string.Concat(number.Where(letter => !char.IsWhiteSpace(letter)));

    public static bool Fits(PayoutKind? kind, string number) => kind == PayoutKind.Bank
        ? number.Length is >= ShortestCard and <= LongestCard && number.All(char.IsAsciiDigit)
        : number.Length is >= ShortestName and <= NumberLength;

    public void Set(PayoutKind kind, string holder, string number, Func<string, string> seal)
    {
        (Kind, Holder, SealedNumber) = (kind, holder, seal(number));
        Tail = number.Length > 2 * TailLength ? number[^TailLength..] : number[^1..];
    }

    /// <summary>A new holder's name for the same number.</summary>
    public void Rename(string holder) => Holder = holder;
}
