using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Shipping.Model;

/// <summary>A shop's freight terms as rows keep them: one price a tier, and the provinces of the tiers that are not usual.</summary>
internal sealed class FreightTemplate
{
    private const int ProvincesLength = 120;

    public long Id { get; init; }

    public long ShopId { get; init; }

    public int FirstGrams { get; private set; }

    public Money NearFirst { get; private set; }

    public Money NearFurther { get; private set; }

    public Money UsualFirst { get; private set; }

    public Money UsualFurther { get; private set; }

    public Money RemoteFirst { get; private set; }

    public Money RemoteFurther { get; private set; }

    public Money FarthestFirst { get; private set; }

    public Money FarthestFurther { get; private set; }

    /// <summary>Province codes, comma separated.</summary>
    public string NearProvinces { get; private set; } = "";

    public string RemoteProvinces { get; private set; } = "";

    public string FarthestProvinces { get; private set; } = "";

    public string RefusedProvinces { get; private set; } = "";

    /// <summary>Nought: never free.</summary>
    public Money FreeFrom { get; private set; }

    public bool FreeEverywhere { get; private set; }

    public void Change(FreightTerms terms)
    {
        FirstGrams = terms.FirstGrams;
        (NearFirst, NearFurther) = terms.Prices[FreightTier.Near];
        (UsualFirst, UsualFurther) = terms.Prices[FreightTier.Usual];
        (RemoteFirst, RemoteFurther) = terms.Prices[FreightTier.Remote];
        (FarthestFirst, FarthestFurther) = terms.Prices[FreightTier.Farthest];
        NearProvinces = Of(FreightTier.Near);
        RemoteProvinces = Of(FreightTier.Remote);
        FarthestProvinces = Of(FreightTier.Farthest);
        RefusedProvinces = Of(FreightTier.Refused);
        FreeFrom = terms.FreeFrom ?? Money.Zero;
        FreeEverywhere = terms.FreeEverywhere;

        string Of(FreightTier tier) => string.Join(',', terms.Provinces.Where(province => province.Value == tier).Select(province => province.Key).Order(StringComparer.Ordinal));
    }

    public FreightTerms ToTerms()
    {
        var provinces = new Dictionary<string, FreightTier>(StringComparer.Ordinal);
        foreach (var (tier, codes) in new[]
        {
            (FreightTier.Near, NearProvinces), (FreightTier.Remote, RemoteProvinces), (FreightTier.Farthest, FarthestProvinces), (FreightTier.Refused, RefusedProvinces),
        })
        {
            foreach (var code in codes.Split(',', StringSplitOptions.RemoveEmptyEntries)) provinces[code] = tier;
        }
        var prices = new Dictionary<FreightTier, FreightPrice>
        {
            [FreightTier.Near] = new(NearFirst, NearFurther),
            [FreightTier.Usual] = new(UsualFirst, UsualFurther),
            [FreightTier.Remote] = new(RemoteFirst, RemoteFurther),
            [FreightTier.Farthest] = new(FarthestFirst, FarthestFurther),
        };
        return new(FirstGrams, prices, provinces, FreeFrom.IsZero ? null : FreeFrom, FreeEverywhere);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FreightTemplate>
    {
        public void Configure(EntityTypeBuilder<FreightTemplate> builder)
        {
            builder.ToTable("FreightTemplates");
            builder.HasIndex(template => template.ShopId).IsUnique();
            builder.Property(template => template.NearProvinces).HasMaxLength(ProvincesLength);
            builder.Property(template => template.RemoteProvinces).HasMaxLength(ProvincesLength);
            builder.Property(template => template.FarthestProvinces).HasMaxLength(ProvincesLength);
            builder.Property(template => template.RefusedProvinces).HasMaxLength(ProvincesLength);
        }
    }
}

internal static class FreightSets
{
    extension(StoreDb db)
    {
        public DbSet<FreightTemplate> FreightTemplates => db.Set<FreightTemplate>();
    }
}
