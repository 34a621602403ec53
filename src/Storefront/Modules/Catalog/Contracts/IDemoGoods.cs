namespace Storefront.Modules.Catalog.Contracts;

/// <summary>Finds the demo market's goods by name, for those who buy them there.</summary>
public interface IDemoGoods
{
    /// <summary>Code of a size, the first is 0. Throws when there is none: the demo market's tables do not fit together.</summary>
    Task<string> VariantAsync(string product, int size, CancellationToken cancel);
}
