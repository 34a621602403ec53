using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>The seller's front door: tells everyone where their shop stands and what comes next.</summary>
internal sealed class Start(StoreDb db, MyShopDesk mine) : StorePage
{
    public Shop? Shop { get; private set; }

    public IReadOnlyList<ChangeRequest> Requests { get; private set; } = [];

    /// <summary>Why it was rejected, suspended or closed.</summary>
    public string? Reason { get; private set; }

    /// <summary>A helper whom no grower has consented to yet.</summary>
    public bool IsWaiting { get; private set; }

    public string Onward => Steps.Onward(Shop!);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await mine.FindAsync(Cancel) is not { } card)
        {
            var me = User.AccountId;
            IsWaiting = await db.ShopMembers.AnyAsync(member => member.AccountId == me, Cancel);
            return Page();
        }
        if (Request.Query.ContainsKey(MyShopDesk.Query)) mine.Choose(card.Code);
        if (card.State is ShopState.Approved or ShopState.Paused) return LocalRedirect("/sell/today");
        Shop = await db.Shops.AsNoTracking().Include(shop => shop.Payout).Include(shop => shop.Licences).Include(shop => shop.Requests).AsSingleQuery()
            .FirstAsync(shop => shop.Id == card.Id, Cancel);
        Requests = [.. Shop.OpenRequests.OrderBy(request => request.Id)];
        if (card.State is ShopState.Rejected or ShopState.Suspended or ShopState.Closed)
            Reason = await db.ShopMoves.Where(move => move.ShopId == card.Id).OrderByDescending(move => move.Id).Select(move => move.Reason).FirstOrDefaultAsync(Cancel);
        return Page();
    }
}
