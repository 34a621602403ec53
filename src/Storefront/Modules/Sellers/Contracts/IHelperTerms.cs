using Storefront.Shared;

namespace Storefront.Modules.Sellers.Contracts;

/// <summary>How a helper is thanked. Stored by number, never renumbered.</summary>
public enum FeeKind { None, Percent, PerLine }

/// <summary>What a grower agreed to give a helper of every order line.</summary>
/// <param name="Value">Basis points of the goods, or fen a line; freight is never counted.</param>
public sealed record HelperTerms(long AccountId, FeeKind Kind, int Value)
{
    /// <summary>The fee of one line, once rounded. Never more than <paramref name="left"/>: a grower owes nobody for having sold.</summary>
    public Money Of(Money goods, Money left)
    {
        var fee = Kind switch { FeeKind.Percent => goods.Share(Value), FeeKind.PerLine => new Money(Value), _ => Money.Zero };
        return fee < left ? fee : left < Money.Zero ? Money.Zero : left;
    }
}

public interface IHelperTerms
{
    /// <summary>Who sold for a shop at that moment, and for what; null when nobody did. The answer for a moment that has passed never changes.</summary>
    Task<HelperTerms?> FindAsync(long shopId, DateTime at, CancellationToken cancel);
}

/// <summary>Private links by which growers read their own statement without signing in.</summary>
public interface IStatementLinks
{
    /// <summary>Name of the rate limit of pages that a secret address opens.</summary>
    const string Limit = "private-links";

    /// <summary>The shop behind the key of a link, or null when there is none any more. Writes down that it was used.</summary>
    Task<ShopCard?> OpenAsync(string key, CancellationToken cancel);

    static string Path(string key) => $"/statement/{key}";
}
