using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>Reached by the link in the log of a shop without an admin; for everybody else there is no such page.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
internal sealed class FirstAdmin(StoreDb db, MakeFirstAdmin make, TimeProvider clock) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string token)
    {
        var (hash, now) = (Secrets.HashOf(token), clock.GetUtcNow().UtcDateTime);
        return await db.FirstAdminLinks.AnyAsync(link => link.TokenHash == hash && link.ExpiresAt > now, Cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var outcome = await make.RunAsync(token, new(Input.Name!.Trim(), Mailbox.Read(Input.Email)!, Phone.Read(Input.Phone)!, Input.Password!), Cancel);
        return outcome switch
        {
            MakeFirstAdmin.Outcome.NoLink => NotFound(),
            MakeFirstAdmin.Outcome.EmailTaken => await RefuseAsync("Input.Email", Texts["accounts.email.taken"]),
            MakeFirstAdmin.Outcome.PhoneTaken => await RefuseAsync("Input.Phone", Texts["accounts.phone.taken"]),
            _ => LocalRedirect("/sign-in/password"),
        };
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Password { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Name).IsName(texts);
            RuleFor(input => input.Email).IsEmail(texts);
            RuleFor(input => input.Phone).IsPhone(texts);
            RuleFor(input => input.Password).IsNewPassword(texts);
        }
    }
}
