using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Learn.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Learn.Pages.Sell;

/// <summary>All lessons. Also takes the tap that puts the next steps away.</summary>
internal sealed class Lessons(StoreDb db, IMyShop shops, TimeProvider clock) : StorePage
{
    public async Task<IActionResult> OnPostDismissAsync()
    {
        var shop = await shops.GetAsync(Cancel);
        await db.WriteAsync(
            async token =>
            {
                if (!await db.DismissedSteps.AnyAsync(dismissed => dismissed.ShopId == shop.Id, token))
                    db.Add(new DismissedSteps { ShopId = shop.Id, At = clock.GetUtcNow().UtcDateTime });
            },
            Cancel);
        return LocalRedirect("/sell/today");
    }
}
