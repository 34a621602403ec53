using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>The shop's settings, as far as the visitor's role goes, and closed season.</summary>
internal sealed class Me(StoreDb db, MyShopDesk mine, RestShop rest, IPageCache cache) : StorePage
{
    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<ShopCard> Others { get; private set; } = [];

    public MemberRole Role { get; private set; }

    public bool May(ShopRight right) => RoleTable.May(Role, right);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRestAsync(bool pause)
    {
        if (!await mine.MayAsync(ShopRight.Closing, Cancel)) return Forbid();
        var shop = await mine.GetAsync(Cancel);
        await rest.RunAsync(shop.Id, User.AccountId!.Value, pause, Cancel);
        await cache.EvictAsync($"shop:{shop.Code}");
        return LocalRedirect("/sell/me");
    }

    protected override async Task LoadAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        Others = [.. (await mine.AllAsync(Cancel)).Where(other => other.Id != Shop.Id)];
        var me = User.AccountId;
        Role = await db.ShopMembers.Where(member => member.ShopId == Shop.Id && member.AccountId == me).Select(member => member.Role).SingleAsync(Cancel);
    }
}
