using System.Collections.Concurrent;

namespace Storefront.Modules.Learn;

/// <summary>Shops that have taken every step or do not want to see them: their home page need not ask again until the next start.</summary>
internal sealed class FinishedShops
{
    private readonly ConcurrentDictionary<long, bool> _shops = [];

    public bool Has(long shopId) => _shops.ContainsKey(shopId);

    public void Add(long shopId) => _shops.TryAdd(shopId, value: true);
}
