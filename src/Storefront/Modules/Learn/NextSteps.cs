using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Learn.Contracts;
using Storefront.Modules.Learn.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Learn;

internal sealed class NextSteps(StoreDb db, IMyShop shops, IEnumerable<IShopStep> steps, FinishedShops finished) : INextSteps
{
    private const int Away = -1;

    public async Task<IReadOnlyList<StepCard>> ReadAsync(CancellationToken cancel)
    {
        var shop = await shops.GetAsync(cancel);
        if (finished.Has(shop.Id)) return [];
        var away = db.DismissedSteps.Where(dismissed => dismissed.ShopId == shop.Id).Select(dismissed => dismissed.ShopId == shop.Id ? Away : 0);
        var done = await steps.Select(step => step.Done(shop.Id)).Aggregate(away, Queryable.Concat).ToListAsync(cancel);
        if (!done.Contains(Away) && steps.Any(step => !done.Contains(step.Order)))
            return [.. steps.OrderBy(step => step.Order).Select(step => new StepCard(step.Key, step.Path, done.Contains(step.Order)))];
        finished.Add(shop.Id);
        return [];
    }
}
