using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Shipping.Model;
using Storefront.Shared;

namespace Storefront.Modules.Shipping;

internal sealed class FreightDesk(StoreDb db, IRegions regions) : IShipping, IFreightTerms
{
    private const int Kilogram = 1_000, ProvinceDigits = 2;

    private static readonly Func<StoreDb, long, CancellationToken, Task<FreightTemplate?>> OfShop = EF.CompileAsyncQuery((StoreDb db, long shopId, CancellationToken cancel) =>
        db.Set<FreightTemplate>().AsNoTracking().FirstOrDefault(template => template.ShopId == shopId));

    public async Task<FreightQuote> QuoteAsync(long shopId, string regionCode, int grams, Money goods, CancellationToken cancel)
    {
        if (regions.FullName(regionCode) is null) return new(Money.Zero, FreightRefusal.NotDelivered);
        var terms = await TermsAsync(shopId, cancel);
        var tier = terms.Provinces.GetValueOrDefault(regionCode[..ProvinceDigits], FreightTier.Usual);
        if (tier == FreightTier.Refused) return new(Money.Zero, FreightRefusal.NotDelivered);
        var isFree = terms.FreeFrom is { } from && goods >= from && (terms.FreeEverywhere || tier is FreightTier.Near or FreightTier.Usual);
        return new(isFree ? Money.Zero : FeeOf(terms, tier, grams), FreightRefusal.None);
    }

    public async Task<(Money Usual, Money? FreeFrom)> UsualAsync(long shopId, int grams, CancellationToken cancel)
    {
        var terms = await TermsAsync(shopId, cancel);
        return (FeeOf(terms, FreightTier.Usual, grams), terms.FreeFrom);
    }

    public async Task<FreightTerms?> FindAsync(long shopId, CancellationToken cancel) =>
        (await OfShop(db, shopId, cancel))?.ToTerms();

    public Task SaveAsync(long shopId, FreightTerms terms, CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            var template = await db.FreightTemplates.FirstOrDefaultAsync(template => template.ShopId == shopId, token);
            if (template is null) db.FreightTemplates.Add(template = new() { ShopId = shopId });
            template.Change(terms);
        },
        cancel);

    private async Task<FreightTerms> TermsAsync(long shopId, CancellationToken cancel) => await FindAsync(shopId, cancel) ?? FreightTerms.Default;

    private static Money FeeOf(FreightTerms terms, FreightTier tier, int grams)
    {
        var (first, further) = terms.Prices[tier];
        var begun = Math.Max(0, (grams - terms.FirstGrams + Kilogram - 1) / Kilogram);
        return first + further * begun;
    }
}
