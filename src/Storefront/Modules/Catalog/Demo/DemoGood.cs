using Storefront.Shared;

namespace Storefront.Modules.Catalog.Demo;

/// <summary>One row of goods.json.</summary>
/// <param name="Pictures">Motifs of the picture book, the cover first.</param>
/// <param name="Again">An older batch that is still on the shelf.</param>
/// <param name="Video">Share text as the seller would paste it; <paramref name="Poster"/> is its motif.</param>
internal sealed record DemoGood(
    string Shop, string Name, string Category, string Description, string Storage, IReadOnlyList<string> Pictures, IReadOnlyList<DemoSize> Sizes, DemoHarvest Harvest,
    DemoHarvest? Again = null, string? Video = null, string? Poster = null)
{
    public static IReadOnlyList<DemoGood> All => DemoTables.Read<DemoGood>("goods");
}

internal sealed record DemoSize(string Label, int Grams, string Yuan, int Stock)
{
    public Money Price => Money.TryParseYuan(Yuan, out var price) ? price : throw new InvalidOperationException($"{Yuan} is no price.");
}

/// <param name="Keeps">Days from the harvest to best-before.</param>
/// <param name="Stock">Units of the first size; only of an older batch, the newest has its numbers at the sizes.</param>
internal sealed record DemoHarvest(int DaysAgo, int Keeps, string Place, int Stock = 0)
{
    public SaveProduct.Harvest On(DateOnly today) => new(today.AddDays(-DaysAgo), today.AddDays(Keeps - DaysAgo), Place);
}
