namespace Storefront.Modules.Sellers.Model;

internal enum PayoutKind { Bank, Alipay, Wechat }

/// <summary>Where a shop's money goes. The number is kept sealed; only its end is ever shown.</summary>
internal sealed class PayoutAccount
{
    public const int HolderLength = 40;
    public const int NumberLength = 64;
    private const int TailLength = 4;

    public long Id { get; private set; }

    public long ShopId { get; private set; }

    public PayoutKind Kind { get; private set; }

    public string Holder { get; private set; } = "";

    public string SealedNumber { get; private set; } = "";

    public string Tail { get; private set; } = "";

    public string Masked => $"****{Tail}";

    public void Set(PayoutKind kind, string holder, string number, Func<string, string> seal)
    {
        (Kind, Holder, SealedNumber) = (kind, holder, seal(number));
        Tail = number.Length > 2 * TailLength ? number[^TailLength..] : number[^1..];
    }

    /// <summary>A new holder's name for the same number.</summary>
    public void Rename(string holder) => Holder = holder;
}
