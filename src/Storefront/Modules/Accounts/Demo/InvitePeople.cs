using Storefront.Modules.Accounts.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Demo;

internal sealed class InvitePeople(IDemoAccounts accounts) : IDemoStep
{
    public int Order => 10;

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var person in People.All)
            await accounts.EnsureAsync(person.Phone, $"{person.Phone}@example.org", person.Name, People.Password, person.Role is null ? [] : [person.Role], cancel);
    }
}
