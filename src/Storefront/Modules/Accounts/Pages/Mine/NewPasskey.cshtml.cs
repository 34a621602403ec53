using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>
/// First the proof, for which the script gets a challenge; then the device makes a passkey, and the form goes again with it.
/// Asked the other way round, a mistyped password would leave a passkey on the phone that opens nothing.
/// </summary>
internal sealed class NewPasskey(StoreDb db, SendCode send, ProvePerson prove, BeginPasskey begin, AddPasskey add) : ProvenPage(db, send, prove)
{
    private readonly StoreDb _db = db;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        await LoadAsync();
        if ((await _db.PasskeysOfAsync(Person.Id, Cancel)).Count >= PasskeySets.Most) return await RefuseFullAsync();
        return await RefuseUnprovenAsync() ?? Content(await begin.RunAsync(Person), "application/json; charset=utf-8");
    }

    public async Task<IActionResult> OnPostAsync(string? credential) =>
        await add.RunAsync(User.AccountId!.Value, credential, DeviceName.Of(Request.Headers.UserAgent.ToString()), Cancel) switch
        {
            AddPasskey.Verdict.Added => LocalRedirect("/me/passkeys"),
            AddPasskey.Verdict.TooMany => await RefuseFullAsync(),
            _ => await RefuseAsync("", Texts["passkeys.not_added"]),
        };

    private Task<IActionResult> RefuseFullAsync() => RefuseAsync("", Texts["passkeys.full", PasskeySets.Most]);
}
