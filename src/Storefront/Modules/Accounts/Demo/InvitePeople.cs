using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Demo;

internal sealed class InvitePeople(StoreDb db, IDemoAccounts accounts) : IDemoStep
{
    public int Order => 10;

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(async token =>
    {
        foreach (var person in People.All)
            await accounts.EnsureAsync(person.Phone, $"{person.Phone}@example.org", person.Name, People.Password, person.Role is null ? [] : [person.Role], token);
    }, cancel);
}
