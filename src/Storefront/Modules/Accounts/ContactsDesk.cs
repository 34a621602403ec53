using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Accounts;

internal sealed class ContactsDesk(StoreDb db) : IContacts
{
    public async Task<IReadOnlyDictionary<long, Contact>> FindManyAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancel) => await db.Accounts.AsNoTracking()
        .Where(account => accountIds.Contains(account.Id) && account.DisabledAt == null)
        .Select(account => new Contact(account.Id, account.PhoneNumber, account.Email, account.Language))
        .ToDictionaryAsync(contact => contact.AccountId, cancel);
}
