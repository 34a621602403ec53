using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Lets another pair of hands into a shop. Only its owner can; who, whom and when is the recorded consent.</summary>
internal sealed class AddMember(StoreDb db, IAccounts accounts, INotices notices, TimeProvider clock)
{
    internal enum Outcome { Added, NotOwner, NoAccount, AlreadyIn }

    public async Task<Outcome> RunAsync(long shopId, long owner, string login, MemberRole role, CancellationToken cancel)
    {
        var shop = await db.Shops.Include(shop => shop.Members).SingleAsync(shop => shop.Id == shopId, cancel);
        if (!shop.Members.Exists(member => member.AccountId == owner && member.Role == MemberRole.Owner)) return Outcome.NotOwner;
        if (await accounts.FindByLoginAsync(login, cancel) is not { } account) return Outcome.NoAccount;
        if (shop.Members.Exists(member => member.AccountId == account.Id)) return Outcome.AlreadyIn;
        shop.Members.Add(new(account.Id, role, new(owner, clock.GetUtcNow().UtcDateTime)));
        notices.Stage(account.Id, "sellers.notice.member", [shop.Name], $"/sell?{MyShopDesk.Query}={shop.Code}");
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Added;
        }
        catch (DbUpdateException failure) when (db.IsUniqueClash(failure))
        {
            return Outcome.AlreadyIn;
        }
    }
}
