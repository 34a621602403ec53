using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Mine;

/// <summary>The grower's own page on one helper's terms, reached from a message: reads, agrees or refuses, and later may withdraw.</summary>
internal sealed class Agree(StoreDb db, IAccounts accounts, GiveConsent give) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public HelperConsent Consent { get; private set; } = null!;

    /// <summary>As agreed to; before that as this page puts them now.</summary>
    public ReadWords Words { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    /// <param name="read">The words as they were shown: only these are agreed to.</param>
    public async Task<IActionResult> OnPostAsync(GiveConsent.Answer answer, string? read)
    {
        if (!await FindAsync()) return NotFound();
        if (answer == GiveConsent.Answer.Agree && read != Words.Text) return await RefuseAsync("", Texts["family.consent.changed"]);
        return await give.RunAsync(Code, User.AccountId!.Value, answer, Words, Cancel) switch
        {
            GiveConsent.Outcome.Done => LocalRedirect($"/me/consents/{Code}"),
            GiveConsent.Outcome.OtherHelper => await RefuseAsync("", Texts["family.other_helper"]),
            _ => await RefuseAsync("", Texts["family.too_late"]),
        };
    }

    protected override async Task LoadAsync() => await FindAsync();

    private async Task<bool> FindAsync()
    {
        var me = User.AccountId;
        var found = await db.HelperConsents.AsNoTracking().Include(consent => consent.Shop).FirstOrDefaultAsync(
            consent => consent.Code == Code && consent.HelperId != null && consent.Shop.Members.Any(member => member.AccountId == me && member.Role == MemberRole.Owner), Cancel);
        if (found is null) return false;
        Consent = found;
        Words = found.IsOpen && await accounts.FindAsync(found.HelperId!.Value, Cancel) is { } helper
            ? Texts.Words(Texts.Person(helper), found.Shop.Name, found.FeeKind, found.FeeValue)
            : new(found.Language, found.Version, found.Wording);
        return true;
    }
}
