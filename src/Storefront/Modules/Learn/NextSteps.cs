using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Learn.Contracts;
using Storefront.Modules.Learn.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Learn;

internal sealed class NextSteps(StoreDb db, IMyShop shops, IEnumerable<IShopStep> steps, FinishedShops finished) : INextSteps
{
    public async Task<IReadOnlyList<StepCard>> ReadAsync(CancellationToken cancel)
    {
        var shop = await shops.GetAsync(cancel);
        if (finished.Has(shop.Id)) return [];
        var cards = new List<StepCard>();
        if (!await db.DismissedSteps.AnyAsync(dismissed => dismissed.ShopId == shop.Id, cancel))
        {
            foreach (var step in steps.OrderBy(step => step.Order)) cards.Add(new(step.Key, step.Path, await step.IsDoneAsync(shop.Id, cancel)));
        }
        if (cards.Exists(card => !card.IsDone)) return cards;
        finished.Add(shop.Id);
        return [];
    }
}
