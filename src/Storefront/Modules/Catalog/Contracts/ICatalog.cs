using Storefront.Shared;

namespace Storefront.Modules.Catalog.Contracts;

/// <summary>One variant as it can be bought now.</summary>
/// <param name="Category">Key of a category: honey, dried, sugar, tea, grain, fruit, oil, other.</param>
/// <param name="Available">On hand less held, over all batches that may be sold.</param>
/// <param name="ForSale">Published, not blocked, its shop open. Stock is not part of it.</param>
public sealed record Offer(
    long VariantId, string VariantCode, string ProductCode, long ShopId, string Category, string ProductName, string Label, int NetGrams,
    Money Price, int Available, string? PhotoCode, bool ForSale);

/// <summary>So many of one variant.</summary>
public sealed record Wanted(long VariantId, int Quantity);

/// <summary>Part of a held line, from one batch.</summary>
public sealed record HeldPart(long VariantId, long BatchId, string BatchCode, DateOnly HarvestedOn, DateOnly BestBefore, int Quantity);

/// <summary>Either everything is held, or nothing, and these variants are missing.</summary>
public sealed record HoldOutcome(IReadOnlyList<HeldPart> Parts, IReadOnlyList<long> Missing)
{
    public bool Held => Missing.Count == 0;
}

/// <summary>What can be bought, and the stock behind it. All changes join the caller's transaction on the same StoreDb.</summary>
public interface ICatalog
{
    /// <summary>Variants by code, also hidden ones (see <see cref="Offer.ForSale"/>). Unknown codes are left out.</summary>
    Task<IReadOnlyList<Offer>> OffersAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel);

    /// <summary>Holds stock for a checkout, first expired first, batches past best-before or recalled never. Atomic per row: available = on hand − held ≥ 0.</summary>
    Task<HoldOutcome> HoldAsync(string checkoutCode, IReadOnlyList<Wanted> wanted, DateTime until, CancellationToken cancel);

    /// <summary>Turns a checkout's holds into sales. False when they have expired and could not be taken again: then nothing is sold.</summary>
    Task<bool> SellAsync(string checkoutCode, CancellationToken cancel);

    /// <summary>Gives a checkout's holds back. Safe to repeat.</summary>
    Task ReleaseAsync(string checkoutCode, CancellationToken cancel);

    /// <summary>Puts sold units back on hand: an order was cancelled before it was packed. The caller makes sure it happens once.</summary>
    Task ReturnAsync(IReadOnlyList<(long VariantId, long BatchId, int Quantity)> parts, CancellationToken cancel);

    /// <summary>Products on show among these codes, as cards, newest first. Drafts, hidden ones and those of closed shops are left out.</summary>
    Task<IReadOnlyList<ProductCard>> ProductsAsync(IReadOnlyCollection<string> codes, CancellationToken cancel);

    /// <summary>A batch's own public page, for the code on a slip.</summary>
    static string BatchPath(string batchCode) => $"/b/{batchCode}";
}

/// <summary>A product as a card in a list.</summary>
public sealed record ProductCard(
    string Code, string Name, long ShopId, string Origin, string? PhotoCode, Money FromPrice, Money PerJin, DateOnly? HarvestedOn, bool InStock);
