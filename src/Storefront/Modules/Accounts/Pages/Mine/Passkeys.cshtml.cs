using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>The devices that open this account by fingerprint or face.</summary>
internal sealed class Passkeys(StoreDb db) : StorePage
{
    public IReadOnlyList<PasskeyCard> List { get; private set; } = [];

    public bool HasRoom => List.Count < PasskeySets.Most;

    public async Task OnGetAsync() => List = await db.PasskeysOfAsync(User.AccountId!.Value, Cancel);
}
