using Storefront.Modules.Media.Contracts;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>A product in the words of schema.org, for search engines.</summary>
internal static class ItemData
{
    public static object Of(Item page) => new Dictionary<string, object>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Product",
        ["name"] = page.Product.Name,
        ["sku"] = page.Product.Code,
        ["description"] = page.Product.Description,
        ["image"] = page.Product.Photos.Select(code => page.Site + IPhotos.Url(code, 1280)),
        ["brand"] = new Dictionary<string, object> { ["@type"] = "Brand", ["name"] = page.Shop.Name },
        ["offers"] = page.Product.Sizes.Select(size => Offer(page, size)),
    };

    private static Dictionary<string, object> Offer(Item page, ReadItem.Size size) => new()
    {
        ["@type"] = "Offer",
        ["sku"] = size.Code,
        ["name"] = size.Label,
        ["url"] = $"{page.Site}/p/{page.Product.Code}",
        ["price"] = size.Price.ToYuan(),
        ["priceCurrency"] = "CNY",
        ["availability"] = size.Available > 0 ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
    };
}
