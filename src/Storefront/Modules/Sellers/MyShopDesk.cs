using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>
/// Asks once a request. A form names the shop its page was opened for, a message's link may name one ("?shop=");
/// otherwise the one chosen last counts, then the one that trades.
/// </summary>
internal sealed class MyShopDesk(StoreDb db, IHttpContextAccessor http) : IMyShop
{
    public const string Cookie = "shop";
    public const string Query = "shop";

    private IReadOnlyList<Place>? _all;

    public async Task<ShopCard?> FindAsync(CancellationToken cancel) => (await CurrentAsync(cancel))?.Card;

    public async Task<ShopCard> GetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ?? throw new InvalidOperationException("Asked for a shop where the policy has not made sure of one.");

    public async Task<bool> IsOwnerAsync(CancellationToken cancel) => await CurrentAsync(cancel) is { Role: MemberRole.Owner };

    public async Task<bool> MayAsync(ShopRight right, CancellationToken cancel) => await CurrentAsync(cancel) is { } place && RoleTable.May(place.Role, right);

    /// <summary>The form at hand was made for a shop that the visitor does not work in, or no longer.</summary>
    public async Task<bool> IsForeignAsync(CancellationToken cancel) =>
        await PostedAsync(http.HttpContext!.Request, cancel) is { } posted && Named(await PlacesAsync(cancel), posted) is null;

    public async Task<IReadOnlyList<ShopCard>> AllAsync(CancellationToken cancel) => [.. (await PlacesAsync(cancel)).Select(place => place.Card)];

    /// <summary>From now on the visitor works in this shop.</summary>
    public void Choose(string code)
    {
        var context = http.HttpContext!;
        context.Response.Cookies.Append(Cookie, code, new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }

    private async Task<Place?> CurrentAsync(CancellationToken cancel)
    {
        var all = await PlacesAsync(cancel);
        if (all.Count == 0) return null;
        var request = http.HttpContext!.Request;
        var found = await PostedAsync(request, cancel) is { } posted
            ? Named(all, posted)
            : Named(all, request.Query[Query]) ?? Named(all, request.Cookies[Cookie]) ?? all[0];
        if (found is not null && found.Card.Code != http.HttpContext.ShopOfForms) Remember(found.Card.Code, HttpMethods.IsPost(request.Method));
        return found;
    }

    private void Remember(string code, bool acts)
    {
        var context = http.HttpContext!;
        context.ShopOfForms = code;
        if (acts && context.Request.Cookies[Cookie] != code) Choose(code);
    }

    /// <summary>What a form says. A shop the visitor does not work in is no shop: the form is refused, and never acts on another.</summary>
    private static async Task<string?> PostedAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return null;
        try
        {
            return (await request.ReadFormAsync(cancel))[FormShop.Field] is [{ Length: > 0 } code, ..] ? code : null;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            // A broken form is for whoever binds it to refuse, in words.
            return null;
        }
    }

    private async Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancel)
    {
        if (_all is not null) return _all;
        if (http.HttpContext?.User.AccountId is not { } account) return _all = [];
        var places = await db.ShopMembers.AsNoTracking().Where(member => member.AccountId == account).AtWork(db)
            .Select(member => new Place(
                new(member.Shop.Id, member.Shop.Code, member.Shop.Name, member.Shop.Place, member.Shop.RegionCode, member.Shop.Story, member.Shop.PhotoCode, member.Shop.State), member.Role))
            .ToListAsync(cancel);
        return _all = [.. places.OrderBy(place => Rank(place.Card)).ThenByDescending(place => place.Card.Id)];
    }

    private static Place? Named(IReadOnlyList<Place> all, string? code) => code is null ? null : all.FirstOrDefault(place => place.Card.Code == code);

    private static int Rank(ShopCard shop) => shop.State switch
    {
        ShopState.Approved or ShopState.Paused => 0,
        ShopState.Suspended or ShopState.Draft or ShopState.Submitted or ShopState.ChangesRequested => 1,
        _ => 2,
    };

    private sealed record Place(ShopCard Card, MemberRole Role);
}
