using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>
/// The first choice: a mobile number and the code sent to it. An unknown number becomes an account.
/// Beside it, for browsers that can, the device's own passkeys: these know whose they are, so nothing is typed.
/// </summary>
internal sealed class SignIn(SendCode send, SignInTrail trail, BeginPasskey begin, UsePasskey use, OpenSession open) : SignInStep(send, trail)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Tail => Query;

    public void OnGet() => Input.Phone = Trail.Read().Typed is { } typed && Phone.Read(typed) is not null ? typed : null;

    public async Task<IActionResult> OnPostAsync() => await RefuseAsync(Input)
        ?? await SendAsync(new(CodePurpose.SignIn, CodeTarget.Phone, Phone.Read(Input.Phone)!), "Input.Phone");

    public IActionResult OnPostPassword() => ChangeTo("/sign-in/password", Input.Phone);

    public async Task<IActionResult> OnPostBeginAsync() => Content(await begin.RunAsync(owner: null), "application/json; charset=utf-8");

    /// <summary>The device has known its person, so this is both factors, for admins too.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var (verdict, account) = await use.RunAsync(credential, Cancel);
        if (verdict != UsePasskey.Verdict.Right) return await RefuseAsync("", Texts[verdict == UsePasskey.Verdict.Closed ? "accounts.code.closed" : "passkeys.refused"]);
        await open.RunAsync(account!, SignInWay.Passkey);
        return Leave(ReturnUrl);
    }

    public sealed class Form
    {
        public string? Phone { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Phone).IsPhone(texts);
    }
}
