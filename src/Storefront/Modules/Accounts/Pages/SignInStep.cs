using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Modules.Accounts.Codes;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>What the pages on the way in share: they are for guests, keep the way back, and may send a code.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
internal abstract class SignInStep(SendCode send, SignInTrail trail) : StorePage
{
    /// <summary>A path of ours to go to when signed in; anything else is forgotten.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    protected SignInTrail Trail => trail;

    /// <summary>Whoever is signed in has no business here: a second sign-in would have to share the session of the first.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (!Url.IsLocalUrl(ReturnUrl)) ReturnUrl = null;
        if (User.AccountId is not null) context.Result = Leave(ReturnUrl);
    }

    protected LocalRedirectResult Leave(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/me");

    /// <summary>Changes to another way in, with what was typed as phone or e-mail.</summary>
    protected IActionResult ChangeTo(string path, string? typed)
    {
        trail.Write(new(null, typed is { Length: > 254 } ? null : typed, ReturnUrl));
        return LocalRedirect(path + Query);
    }

    protected string Query => ReturnUrl is null ? "" : QueryString.Create(nameof(ReturnUrl), ReturnUrl).ToString();

    /// <summary>Sends the code and goes on to the page that asks for it; a refusal stands at the given field.</summary>
    protected async Task<IActionResult> SendAsync(SendCode.Ask ask, string field)
    {
        var outcome = await send.RunAsync(ask, Cancel);
        return RefusalOf(outcome) is { } refusal ? await RefuseAsync(field, refusal) : GoOn(outcome, ReturnUrl);
    }

    protected IActionResult GoOn(SendCode.Outcome sent, string? returnUrl)
    {
        trail.Write(new(sent.Ticket, null, returnUrl));
        return LocalRedirect("/sign-in/code");
    }

    protected string? RefusalOf(SendCode.Outcome outcome) => outcome.Refusal == SendCode.Refusal.None ? null : Texts[RefusalKey(outcome.Refusal)].Value;

    internal static string RefusalKey(SendCode.Refusal refusal) => refusal switch
    {
        SendCode.Refusal.TooSoon => "accounts.code.too_soon",
        SendCode.Refusal.TooMany => "accounts.code.too_many",
        _ => "accounts.code.not_sent",
    };
}
