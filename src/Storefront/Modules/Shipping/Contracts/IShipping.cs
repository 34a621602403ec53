using Storefront.Shared;

namespace Storefront.Modules.Shipping.Contracts;

/// <summary>A whole Chinese delivery address, as it stands on the order for ever.</summary>
/// <param name="RegionCode">County (6 digits) or town (9 digits).</param>
/// <param name="Region">Its name at that time: "浙江省 丽水市 松阳县 玉岩镇".</param>
public sealed record Address(string Name, string Phone, string RegionCode, string Region, string Street);

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
