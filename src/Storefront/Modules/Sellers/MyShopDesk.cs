using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Asks once a request. A message's link may name the shop ("?shop="); otherwise the one chosen last counts, then the one that trades.</summary>
internal sealed class MyShopDesk(StoreDb db, IHttpContextAccessor http) : IMyShop
{
    public const string Cookie = "shop";
    public const string Query = "shop";

    private IReadOnlyList<ShopCard>? _all;

    public async Task<ShopCard?> FindAsync(CancellationToken cancel)
    {
        var all = await AllAsync(cancel);
        var request = http.HttpContext?.Request;
        return Named(all, request?.Query[Query]) ?? Named(all, request?.Cookies[Cookie]) ?? (all.Count > 0 ? all[0] : null);
    }

    public async Task<ShopCard> GetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ?? throw new InvalidOperationException("Asked for a shop where the policy has not made sure of one.");

    public async Task<bool> IsOwnerAsync(CancellationToken cancel)
    {
        var (shop, account) = (await GetAsync(cancel), http.HttpContext?.User.AccountId);
        return await db.ShopMembers.AnyAsync(member => member.ShopId == shop.Id && member.AccountId == account && member.Role == MemberRole.Owner, cancel);
    }

    /// <summary>Every shop the account works in, those that trade first, then the newest.</summary>
    public async Task<IReadOnlyList<ShopCard>> AllAsync(CancellationToken cancel)
    {
        if (_all is not null) return _all;
        if (http.HttpContext?.User.AccountId is not { } account) return _all = [];
        var shops = await db.ShopMembers.AsNoTracking().Where(member => member.AccountId == account).Select(member => member.Shop).Select(ShopsDesk.Card).ToListAsync(cancel);
        return _all = [.. shops.OrderBy(Rank).ThenByDescending(shop => shop.Id)];
    }

    /// <summary>From now on the visitor works in this shop.</summary>
    public void Choose(string code)
    {
        var context = http.HttpContext!;
        context.Response.Cookies.Append(Cookie, code, new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }

    private static ShopCard? Named(IReadOnlyList<ShopCard> all, string? code) => code is null ? null : all.FirstOrDefault(shop => shop.Code == code);

    private static int Rank(ShopCard shop) => shop.State switch
    {
        ShopState.Approved or ShopState.Paused => 0,
        ShopState.Suspended or ShopState.Draft or ShopState.Submitted or ShopState.ChangesRequested => 1,
        _ => 2,
    };
}
