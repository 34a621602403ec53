using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Model;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>Which cart is this visitor's. Somebody who has just signed in brings the guest's cart along.</summary>
internal sealed class CurrentCart(StoreDb db, CartCookies cookies, TimeProvider clock)
{
    /// <summary>True once this request has changed the cart: the count shown to scripts has to follow.</summary>
    public bool Changed { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<CartItem>> ItemsAsync(CancellationToken cancel)
    {
        if (!await ExistsAsync(cancel)) return [];
        return await Mine().AsNoTracking().SelectMany(cart => cart.Items).OrderBy(item => item.Id).ToListAsync(cancel);
    }

    public async Task<int> CountAsync(CancellationToken cancel) => (await ItemsAsync(cancel)).Sum(item => item.Quantity);

    /// <summary>The cart to be changed in the caller's transaction; null when there is none yet.</summary>
    public async Task<VisitorCart?> LoadAsync(CancellationToken cancel)
    {
        Changed = true;
        if (!await ExistsAsync(cancel)) return null;
        return await Mine().Include(cart => cart.Items).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The cart to be changed, made if need be.</summary>
    public async Task<VisitorCart> LoadOrMakeAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } known) return known;
        var made = new VisitorCart { Key = Code.NewSecret() };
        if (cookies.AccountId is { } account) made.BelongTo(account);
        db.Add(made);
        return made;
    }

    private IQueryable<VisitorCart> Mine()
    {
        var (account, key) = (cookies.AccountId, cookies.Key);
        return account is null ? db.Carts.Where(cart => cart.Key == key && cart.AccountId == null) : db.Carts.Where(cart => cart.AccountId == account);
    }

    private async Task<bool> ExistsAsync(CancellationToken cancel)
    {
        if (cookies is { AccountId: { } account, Key: { } key }) await MergeAsync(account, key, cancel);
        return cookies.AccountId is not null || cookies.Key is not null;
    }

    /// <summary>
    /// The cookie goes only when its cart is seen to be gone: a merge inside a transaction that is rolled back must be possible again.
    /// </summary>
    private async Task MergeAsync(long account, string key, CancellationToken cancel)
    {
        if (!await db.Carts.AnyAsync(cart => cart.Key == key && cart.AccountId == null, cancel))
        {
            cookies.ForgetKey();
            return;
        }
        await db.WriteAsync(token => MoveAsync(account, key, token), cancel);
        Changed = true;
    }

    private async Task MoveAsync(long account, string key, CancellationToken cancel)
    {
        var both = await db.Carts.Include(cart => cart.Items).Where(cart => cart.AccountId == account || (cart.Key == key && cart.AccountId == null)).ToListAsync(cancel);
        if (both.Find(cart => cart.AccountId is null) is not { } guest) return;
        if (both.Find(cart => cart.AccountId == account) is { } own)
        {
            own.Take(guest, Now);
            db.Remove(guest);
        }
        else
        {
            guest.BelongTo(account);
        }
        await db.SaveChangesAsync(cancel);
    }
}
