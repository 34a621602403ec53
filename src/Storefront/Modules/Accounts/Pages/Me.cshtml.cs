using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>"Me": everything of one's own is one tap from here. Guests are invited in.</summary>
internal sealed class Me(StoreDb db, IAccounts accounts, INotices notices) : StorePage
{
    /// <summary>The visitor has just had the account erased, and is told that it is done.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Erased { get; set; }

    public AccountCard? Person { get; private set; }

    /// <summary>Came in by a code and has no passkey: the script shows the offer once, on a device that can.</summary>
    public bool OffersPasskey { get; private set; }

    public int Unseen { get; private set; }

    public string Login => Person!.Phone is { } phone ? Phone.Masked(phone) : Person.Email ?? "";

    public bool IsAdmin => Policies.AdminRoles.Any(User.IsInRole);

    public async Task OnGetAsync()
    {
        if (User.AccountId is not { } id)
        {
            // The session may have ended by itself, which no page told the browser.
            if (UiCookie.Read(HttpContext).SignedIn) UiCookie.Write(HttpContext, signedIn: false);
            return;
        }
        Person = await accounts.FindAsync(id, Cancel);
        OffersPasskey = User.HasClaim(ClaimTypes.AuthenticationMethod, nameof(SignInWay.Code)) && !await db.Passkeys.AnyAsync(passkey => passkey.UserId == id, Cancel);
        Unseen = await notices.CountUnseenAsync(id, Cancel);
    }
}
