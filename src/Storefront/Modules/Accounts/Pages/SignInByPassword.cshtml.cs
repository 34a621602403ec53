using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>Phone or e-mail and a password. An admin's password alone opens nothing: a code to the same person's phone or mailbox follows.</summary>
internal sealed class SignInByPassword(CheckPassword check, UserManager<Account> accounts, OpenSession open, SendCode send, SignInTrail trail) : SignInStep(send, trail)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "admin")]
    public bool NeedsPassword { get; set; }

    public string Tail => Query;

    public void OnGet() => Input.Login = Trail.Read().Typed;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        if (await check.RunAsync(Input.Login!, Input.Password!, Cancel) is not { } account)
            return await RefuseAsync("Input.Password", Texts["accounts.signin.wrong"]);
        if ((await accounts.GetRolesAsync(account)).Intersect(Policies.AdminRoles).Any())
            return await SendAsync(SecondFactorOf(account), "");
        await open.RunAsync(account, SignInWay.Password);
        return Leave(ReturnUrl);
    }

    public IActionResult OnPostCode() => ChangeTo(Mailbox.Read(Input.Login) is null ? "/sign-in" : "/sign-in/email", Input.Login);

    private static SendCode.Ask SecondFactorOf(Account account) => new(CodePurpose.SecondFactor, account.Reach.Target, account.Reach.Address, account.Id);

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
            RuleFor(input => input.Password).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => texts["accounts.password.missing"])
                .MaximumLength(AccountRules.LongestPassword).WithMessage(_ => texts["accounts.signin.wrong"]);
        }
    }
}
