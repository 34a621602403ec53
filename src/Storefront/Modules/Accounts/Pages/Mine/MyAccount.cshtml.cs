using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>The account: how it is entered, and what can be done with everything the shop knows of its person.</summary>
internal sealed class MyAccount(StoreDb db) : StorePage
{
    public Account Person { get; private set; } = null!;

    public bool HasPasskey { get; private set; }

    public IEnumerable<string> WaysIn
    {
        get
        {
            if (Person.PhoneNumber is not null) yield return Texts["accounts.way.phone"];
            if (Person.Email is not null) yield return Texts["accounts.way.email"];
            if (Person.PasswordHash is not null) yield return Texts["accounts.way.password"];
            if (HasPasskey) yield return Texts["passkeys.way"];
        }
    }

    public async Task OnGetAsync()
    {
        var me = User.AccountId;
        Person = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == me, Cancel);
        HasPasskey = await db.Passkeys.AnyAsync(passkey => passkey.UserId == me, Cancel);
    }
}
