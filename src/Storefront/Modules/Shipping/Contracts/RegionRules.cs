namespace Storefront.Modules.Shipping.Contracts;

public static class RegionRules
{
    /// <summary>True for the code of a county or a town that exists: what a parcel needs at least.</summary>
    public static bool IsPlace(this IRegions regions, string? code) => code is { Length: 6 or 9 } && regions.FullName(code) is not null;
}
