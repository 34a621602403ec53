using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>Sends a code to a phone or mailbox that the account is to be entered by.</summary>
internal abstract class NewLoginPage(StoreDb db, SendCode send, ProvePerson prove, SignInTrail trail) : ProvenPage(db, send, prove)
{
    private readonly SendCode _send = send;

    /// <summary>Whether somebody else has an account there is told only to who holds it: after the code.</summary>
    protected async Task<IActionResult> SendToAsync(CodeTarget target, string address, string field)
    {
        if (await RefuseUnprovenAsync() is { } unproven) return unproven;
        var outcome = await _send.RunAsync(new(CodePurpose.NewLogin, target, address, Person.Id), Cancel);
        if (RefusalOf(outcome) is { } refusal) return await RefuseAsync(field, refusal);
        trail.Write(new(outcome.Ticket, Typed: null, ReturnUrl: null));
        return LocalRedirect("/me/account/code");
    }
}
