using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>A code to a mailbox: also the way in for who forgot the password.</summary>
internal sealed class SignInByEmail(SendCode send, SignInTrail trail) : SignInStep(send, trail)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Tail => Query;

    public void OnGet() => Input.Email = Mailbox.Read(Trail.Read().Typed);

    public async Task<IActionResult> OnPostAsync() => await RefuseAsync(Input)
        ?? await SendAsync(new(CodePurpose.SignIn, CodeTarget.Email, Mailbox.Read(Input.Email)!), "Input.Email");

    public IActionResult OnPostPassword() => ChangeTo("/sign-in/password", Input.Email);

    public sealed class Form
    {
        public string? Email { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Email).IsEmail(texts);
    }
}
