using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>The shop the visitor fills in, loaded to be changed with what the steps show of it.</summary>
internal sealed class MyApplication(StoreDb db, IMyShop mine, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null when there is none, or only some that ended: then a new one may be begun.</summary>
    public async Task<Shop?> FindAsync(CancellationToken cancel)
    {
        var card = await mine.FindAsync(cancel);
        if (card is null or { State: ShopState.Rejected or ShopState.Closed }) return null;
        return await db.Shops
            .Include(shop => shop.Payout)
            .Include(shop => shop.Requests.Where(request => request.AnsweredAt == null))
            .Include(shop => shop.Licences.Where(licence => licence.State != LicenceState.Refused))
            .AsSingleQuery()
            .FirstOrDefaultAsync(shop => shop.Id == card.Id, cancel);
    }

    public Shop Begin(string name, string story, long account)
    {
        var shop = Shop.Open(name, story, new(account, Now));
        db.Add(shop);
        return shop;
    }

    /// <summary>A shop that is being sold from, or asked for, under the same name already.</summary>
    public Task<bool> IsTakenAsync(string name, long except, CancellationToken cancel) =>
        db.Shops.AnyAsync(shop => shop.Name == name && shop.Id != except && shop.State != ShopState.Rejected && shop.State != ShopState.Closed && shop.State != ShopState.Draft, cancel);

    /// <summary>Saves a step and with it answers what was asked about its fields. False: the shop moved on meanwhile, nothing was saved.</summary>
    public async Task<bool> KeepAsync(Shop shop, Step step, CancellationToken cancel)
    {
        shop.Answer(step.Fields, Now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
