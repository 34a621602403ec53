using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Gives this browser a challenge: what its device is asked, as JSON. For an owner the device makes a new passkey; for nobody it offers those it has.</summary>
internal sealed class BeginPasskey(SignInManager<Account> manager)
{
    /// <param name="owner">Proven a moment ago: the challenge carries it, and the answer adds the passkey to this account.</param>
    public Task<string> RunAsync(Account? owner) => owner is null ? manager.MakePasskeyRequestOptionsAsync(user: null) : manager.MakePasskeyCreationOptionsAsync(new()
    {
        Id = owner.Id.ToString(CultureInfo.InvariantCulture),
        Name = owner.PhoneNumber is { } phone ? Phone.Masked(phone) : Mailbox.Masked(owner.Email!),
        DisplayName = owner.Name,
    });
}
