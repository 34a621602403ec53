namespace Storefront.Modules.Catalog.Contracts;

/// <summary>What kinds of goods there are; names are texts "catalog.category.{key}".</summary>
internal static class Categories
{
    public static readonly IReadOnlyList<string> Keys = ["honey", "dried", "sugar", "tea", "grain", "fruit", "oil", "other"];

    /// <summary>Fresh goods, which the law leaves out of the seven-day return without a reason.</summary>
    public static bool IsFresh(string category) => category == "fruit";
}
