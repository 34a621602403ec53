using Storefront.Shared;

namespace Storefront.Modules.Shipping.Contracts;

/// <summary>A whole Chinese delivery address, as it stands on the order for ever.</summary>
/// <param name="RegionCode">County (6 digits) or town (9 digits).</param>
/// <param name="Region">Its name at that time: "浙江省 丽水市 松阳县 玉岩镇".</param>
public sealed record Address(string Name, string Phone, string RegionCode, string Region, string Street)
{
    /// <summary>Stands in the name's place once the person has been erased; the other parts are empty then.</summary>
    public const string Nameless = "—";
}

public enum FreightRefusal { None, NotDelivered }

/// <summary>Freight of one shop's parcel to one region.</summary>
public sealed record FreightQuote(Money Fee, FreightRefusal Refusal);

public interface IShipping
{
    /// <summary>Freight for goods of one shop: area tier of the region, first weight, each further kilogram begun, free from the template's amount.</summary>
    Task<FreightQuote> QuoteAsync(long shopId, string regionCode, int grams, Money goods, CancellationToken cancel);

    /// <summary>What product pages say before a region is known: the usual tier's fee for this weight, and the amount from which it is free (null: never).</summary>
    Task<(Money Usual, Money? FreeFrom)> UsualAsync(long shopId, int grams, CancellationToken cancel);
}

/// <summary>How far a province is for a shop. <see cref="Refused"/>: nothing is sent there.</summary>
public enum FreightTier { Near, Usual, Remote, Farthest, Refused }

/// <summary>What the first weight costs, and each further kilogram begun.</summary>
public sealed record FreightPrice(Money First, Money Further);

/// <summary>What a shop asks for sending.</summary>
/// <param name="Provinces">Provinces (2 digits) by tier; those named nowhere are <see cref="FreightTier.Usual"/>.</param>
/// <param name="FreeFrom">Goods of this sum travel free; null: never.</param>
/// <param name="FreeEverywhere">Free to the remote and farthest provinces as well, not only near and usual.</param>
public sealed record FreightTerms(
    int FirstGrams, IReadOnlyDictionary<FreightTier, FreightPrice> Prices, IReadOnlyDictionary<string, FreightTier> Provinces, Money? FreeFrom, bool FreeEverywhere)
{
    /// <summary>For a shop that has said nothing yet: what carriers ask in a small town.</summary>
    public static FreightTerms Default { get; } = new(
        1_000,
        new Dictionary<FreightTier, FreightPrice>
        {
            [FreightTier.Near] = new(new(800), new(200)),
            [FreightTier.Usual] = new(new(1_000), new(400)),
            [FreightTier.Remote] = new(new(1_500), new(800)),
            [FreightTier.Farthest] = new(new(2_000), new(1_500)),
        },
        new Dictionary<string, FreightTier>(StringComparer.Ordinal)
        {
            ["15"] = FreightTier.Remote,
            ["46"] = FreightTier.Remote,
            ["62"] = FreightTier.Remote,
            ["64"] = FreightTier.Remote,
            ["54"] = FreightTier.Farthest,
            ["63"] = FreightTier.Farthest,
            ["65"] = FreightTier.Farthest,
        },
        FreeFrom: null, FreeEverywhere: false);
}

/// <summary>The freight terms of a shop, as its settings page reads and changes them.</summary>
public interface IFreightTerms
{
    /// <summary>Null while the shop has said nothing: then <see cref="FreightTerms.Default"/> holds.</summary>
    Task<FreightTerms?> FindAsync(long shopId, CancellationToken cancel);

    /// <summary>Saves at once. The caller evicts the shop's cached pages.</summary>
    Task SaveAsync(long shopId, FreightTerms terms, CancellationToken cancel);
}

/// <summary>Provinces (2 digits), cities (4), counties (6) and towns (9).</summary>
public interface IRegions
{
    /// <summary>Children of a code; of "" the provinces.</summary>
    IReadOnlyList<(string Code, string Name)> Children(string code);

    /// <summary>"浙江省 丽水市 松阳县 玉岩镇"; null when the code is unknown.</summary>
    string? FullName(string code);

    /// <summary>Short origin for cards: "浙江 松阳".</summary>
    string? Origin(string code);
}

/// <summary>Splits an address pasted as one text into its parts; what it does not recognise stays in the street line.</summary>
public interface IAddressReader
{
    /// <summary>Never null; parts that were not found are empty.</summary>
    Address Read(string pasted);
}

/// <summary>Parcel carriers by key (shunfeng, zhongtong, …); names are texts "shipping.carrier.{key}".</summary>
public interface ICarriers
{
    IReadOnlyList<string> Keys { get; }

    /// <summary>The carrier a waybill number looks like, or null. A hint: the seller chooses.</summary>
    string? Guess(string waybill);
}
