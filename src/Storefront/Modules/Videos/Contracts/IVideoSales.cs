using Storefront.Shared;

namespace Storefront.Modules.Videos.Contracts;

/// <summary>Orders that are paid and were not called off, and what is left of their goods and freight after refunds; before fees.</summary>
public sealed record Sold(int Orders, Money Sum)
{
    public static readonly Sold Nothing = new(0, Money.Zero);
}

/// <param name="Day">The day the orders were placed, by the shop's clock.</param>
public sealed record SoldOn(DateOnly Day, Sold Sold);

/// <summary>What videos have sold. Answered by whoever keeps the orders, from the orders, so it is exact and nothing is counted beside them.</summary>
public interface IVideoSales
{
    /// <summary>By video, of all time; videos that sold nothing are left out. Only orders of this shop.</summary>
    Task<IReadOnlyDictionary<string, Sold>> OfVideosAsync(long shopId, IReadOnlyCollection<string> codes, CancellationToken cancel);

    /// <summary>By day since <paramref name="from"/>, of one video or (null) of all; days without an order are left out.</summary>
    Task<IReadOnlyList<SoldOn>> ByDayAsync(long shopId, string? code, DateOnly from, CancellationToken cancel);
}
