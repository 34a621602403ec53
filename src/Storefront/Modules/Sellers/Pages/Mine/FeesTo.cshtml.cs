using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Mine;

/// <summary>Where a helper's fees go. The helper's own and nobody else's; a change is told, in case it was not the helper.</summary>
internal sealed class FeesTo(StoreDb db, PayoutDesk payouts, INotices notices) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public FeeAccount? Account { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Account is not null) Input = new() { Kind = Account.Kind, Holder = Account.Holder };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        await LoadAsync();
        if (!Input.Fill(Account, Set)) return await RefuseAsync("Input.Number", Texts["sellers.payout.number.missing"]);
        notices.Stage(User.AccountId!.Value, "family.notice.fees_to", [Account!.Masked], "/me/fees/account", Topic.Security);
        try
        {
            await db.SaveChangesAsync(Cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueClash(failure))
        {
            // Two windows at once wrote the first one: this one is shown what there is now.
            db.ChangeTracker.Clear();
            return await RefuseAsync("", Texts["family.too_late"]);
        }
        return LocalRedirect("/me/fees");
    }

    protected override async Task LoadAsync()
    {
        var me = User.AccountId!.Value;
        Account = await db.FeeAccounts.SingleOrDefaultAsync(account => account.AccountId == me, Cancel);
    }

    private void Set(PayoutKind kind, string holder, string number)
    {
        if (Account is null) db.Add(Account = new() { AccountId = User.AccountId!.Value });
        Account.Set(kind, holder, number, payouts.Seal);
    }

    internal sealed class Form : PayoutForm;

    internal sealed class Validator(Texts texts) : PayoutForm.Rules<Form>(texts);
}
