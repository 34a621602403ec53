namespace Storefront.Modules.Videos.Contracts;

public sealed record GoodName(string Code, string Name, string? PhotoCode, bool OnShow);

/// <summary>A shop's goods by name. Answered by whoever keeps the goods.</summary>
public interface IShopGoods
{
    /// <summary>Newest first, drafts and hidden ones too.</summary>
    Task<IReadOnlyList<GoodName>> OfShopAsync(long shopId, int most, CancellationToken cancel);
}
