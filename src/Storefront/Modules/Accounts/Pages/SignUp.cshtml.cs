using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>An account with a mailbox instead of a phone. It exists once the code that was sent there is typed.</summary>
internal sealed class SignUp(IPasswordHasher<Account> hasher, SendCode send, SignInTrail trail) : SignInStep(send, trail)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Tail => Query;

    public void OnGet() => Input.Email = Mailbox.Read(Trail.Read().Typed);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var pending = new PendingAccount(Input.Name!.Trim(), hasher.HashPassword(new(), Input.Password!));
        return await SendAsync(new(CodePurpose.SignUp, CodeTarget.Email, Mailbox.Read(Input.Email)!, Pending: pending), "Input.Email");
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Name).IsName(texts);
            RuleFor(input => input.Email).IsEmail(texts);
            RuleFor(input => input.Password).IsNewPassword(texts);
        }
    }
}
