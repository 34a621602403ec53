using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

/// <summary>Consents that growers gave on paper: a reviewer compares the signed sheet with what the helper typed.</summary>
[Authorize(Roles = $"{Policies.ReviewerRole},{Policies.AdminRole}")]
internal sealed class Sheets(StoreDb db, IAccounts accounts, JudgeSheet judge) : StorePage
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<HelperConsent> List { get; private set; } = Page<HelperConsent>.Empty;

    private IReadOnlyDictionary<long, AccountCard> _people = new Dictionary<long, AccountCard>();

    public string NameOf(long? account) => account is { } id ? _people.GetValueOrDefault(id)?.Name ?? "" : "";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string code, bool accept) => await judge.RunAsync(code, User.AccountId!.Value, accept, Cancel) switch
    {
        JudgeSheet.Outcome.Done => LocalRedirect("/admin/consents"),
        JudgeSheet.Outcome.OwnShop => await RefuseAsync("", Texts["sellers.case.own"]),
        JudgeSheet.Outcome.OtherHelper => await RefuseAsync("", Texts["family.other_helper"]),
        _ => await RefuseAsync("", Texts["family.too_late"]),
    };

    protected override async Task LoadAsync()
    {
        var rows = await db.HelperConsents.AsNoTracking().Include(consent => consent.Shop).Where(consent => consent.State == ConsentState.Filed).OrderBy(consent => consent.AskedAt).ThenBy(consent => consent.Id).Take(Number, Paging.Size).ToListAsync(Cancel);
        List = rows.ToPage(Number, Paging.Size);
        _people = await accounts.FindManyAsync([.. List.Items.Select(consent => consent.HelperId).OfType<long>().Distinct()], Cancel);
    }
}
