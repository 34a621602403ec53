using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;

namespace Storefront.Modules.Moderation.Pages.Admin;

/// <summary>One account, to be closed or opened again. Accounts of admins are an admin's matter, and nobody closes the own one.</summary>
[Authorize(Roles = $"{Policies.AdminRole},{Policies.ModeratorRole}")]
internal sealed class AccountPage(IAccountDoors doors, CloseAccount close) : StorePage
{
    public const string None = "—";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public AccountFile Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        var outcome = await close.RunAsync(Code, User.AccountId!.Value, User.IsInRole(Policies.AdminRole), Input.Reason!.Trim(), Cancel);
        return outcome switch
        {
            CloseAccount.Outcome.Done => LocalRedirect($"/admin/accounts/{Code}"),
            CloseAccount.Outcome.Named => await RefuseAsync("Input.Reason", Texts["moderation.accounts.reason.named"]),
            CloseAccount.Outcome.Own => await RefuseAsync("", Texts["moderation.accounts.own"]),
            CloseAccount.Outcome.Admin => await RefuseAsync("", Texts["moderation.accounts.admin"]),
            _ => NotFound(),
        };
    }

    protected override async Task LoadAsync() => await FindAsync();

    private async Task<bool> FindAsync()
    {
        if (await doors.FindAsync(Code, Cancel) is not { } found) return false;
        Account = found;
        return true;
    }

    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage(_ => texts["moderation.accounts.reason.missing"])
            .MaximumLength(AuditEntry.DetailLength).WithMessage(_ => texts["moderation.accounts.reason.long", AuditEntry.DetailLength]);
    }
}
