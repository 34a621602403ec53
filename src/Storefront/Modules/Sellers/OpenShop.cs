using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>A shop that can sell, or may again, needs an owner.</summary>
internal sealed class OpenShop(IShops shops) : IErasureHindrance
{
    public async Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel) =>
        [.. (await shops.OwnedAloneAsync(accountId, cancel))
            .Where(shop => shop.State is ShopState.Approved or ShopState.Paused or ShopState.Suspended)
            .Select(shop => new Hindrance("sellers.hindrance.open", "/sell/me", shop.Name))];
}
