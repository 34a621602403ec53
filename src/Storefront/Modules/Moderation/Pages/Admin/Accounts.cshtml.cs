using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Moderation.Pages.Admin;

/// <summary>Finds one account by what its person signs in with. Posted, because numbers and mailboxes do not belong in addresses and logs.</summary>
[Authorize(Roles = $"{Policies.AdminRole},{Policies.ModeratorRole}")]
internal sealed class Accounts(IAccountDoors doors) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        return await doors.FindCodeAsync(Input.Login!, Cancel) is { } code
            ? LocalRedirect($"/admin/accounts/{code}")
            : await RefuseAsync("Input.Login", Texts["moderation.accounts.none"]);
    }

    public sealed class Form
    {
        public string? Login { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Login).NotEmpty().WithMessage(_ => texts["moderation.accounts.login.missing"]);
    }
}
