namespace Storefront.Modules.Sellers.Model;

/// <summary>Where a shop's money goes.</summary>
internal sealed class PayoutAccount : MoneyTarget
{
    public long Id { get; private set; }

    public long ShopId { get; private set; }
}
