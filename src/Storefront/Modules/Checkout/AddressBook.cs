using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Checkout.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout;

/// <summary>The addresses an account keeps, the one used last first.</summary>
internal sealed class AddressBook(StoreDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<SavedAddress>> ListAsync(long accountId, CancellationToken cancel) =>
        await Of(accountId).AsNoTracking().OrderByDescending(saved => saved.UsedAt).Take(SavedAddress.Most).ToListAsync(cancel);

    /// <summary>Stages the address as the one used last; the oldest makes room.</summary>
    public async Task StageAsync(long accountId, Address address, CancellationToken cancel)
    {
        var all = await Of(accountId).OrderByDescending(saved => saved.UsedAt).ToListAsync(cancel);
        var saved = all.Find(saved => saved.Address == address);
        if (saved is null)
        {
            saved = new() { Code = Code.NewPublic(), AccountId = accountId, Address = address };
            db.Add(saved);
            db.RemoveRange(all.Skip(SavedAddress.Most - 1));
        }
        saved.Use(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>False when the account has none of this code.</summary>
    public async Task<bool> RemoveAsync(long accountId, string code, CancellationToken cancel) =>
        await db.WriteAsync(token => Of(accountId).Where(saved => saved.Code == code).ExecuteDeleteAsync(token), cancel) > 0;

    private IQueryable<SavedAddress> Of(long accountId) => db.Addresses.Where(saved => saved.AccountId == accountId);
}
