using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

internal sealed class SignIn(SignInManager<Account> manager) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var login = Input.Login!.Trim();
        var email = login.ToUpperInvariant();
        var account = await manager.UserManager.Users.FirstOrDefaultAsync(account => account.PhoneNumber == login || account.NormalizedEmail == email, Cancel);
        if (account is null || !(await manager.PasswordSignInAsync(account, Input.Password!, isPersistent: true, lockoutOnFailure: true)).Succeeded)
            return await RefuseAsync("Input.Password", Texts["accounts.signin.wrong"]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/me");
    }

    public sealed class Form
    {
        public string? Login { get; set; }

        public string? Password { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Login).NotEmpty().WithMessage(_ => texts["accounts.login.missing"]);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => texts["accounts.password.missing"]);
        }
    }
}
