namespace Storefront.Modules.Catalog;

/// <summary>Tags of the cached public pages.</summary>
internal static class CacheTags
{
    /// <summary>Home, lists and search.</summary>
    public const string Goods = "goods";

    /// <summary>Every product's page.</summary>
    public const string Products = "products";

    /// <summary>Every batch's page.</summary>
    public const string Batches = "batches";

    public static string Batch(string code) => $"batch:{code}";

    public static string Product(string code) => $"product:{code}";

    public static string Shop(string code) => $"shop:{code}";

    /// <summary>All pages on which a change of this product shows.</summary>
    public static IReadOnlyCollection<string> Of(string productCode, string shopCode) => [Goods, Batches, Product(productCode), Shop(shopCode)];
}
