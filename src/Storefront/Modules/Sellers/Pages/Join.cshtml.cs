using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages;

/// <summary>Where an invitation's link leads: what it is about, what one may do there, yes or no. Only the number that was invited can answer.</summary>
[EnableRateLimiting(IStatementLinks.Limit)]
internal sealed class Join(StoreDb db, IAccounts accounts, AnswerInvitation answer, MyShopDesk mine, TimeProvider clock) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public Invitation? Invitation { get; private set; }

    public bool IsOver { get; private set; }

    public string InvitedBy { get; private set; } = "";

    /// <summary>The visitor is signed in with the number that was invited.</summary>
    public bool IsMe { get; private set; }

    public string SignInQuery => QueryString.Create("ReturnUrl", $"/join/{Key}").ToString();

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(bool accept)
    {
        if (User.AccountId is not { } account) return LocalRedirect("/sign-in" + SignInQuery);
        var (outcome, shop) = await answer.RunAsync(Key, account, accept, Cancel);
        switch (outcome)
        {
            case AnswerInvitation.Outcome.Over: return await FindAsync() ? await RefuseAsync("", Texts["family.join.over"]) : NotFound();
            case AnswerInvitation.Outcome.WrongPhone: return Forbid();
            case AnswerInvitation.Outcome.Refused: return LocalRedirect($"/join/{Key}");
        }
        mine.Choose(shop);
        return LocalRedirect(await WorksAsync(account, shop) ? "/sell" : "/me/helping");
    }

    protected override async Task LoadAsync() => await FindAsync();

    private Task<bool> WorksAsync(long account, string shop) => db.ShopMembers.Where(member => member.AccountId == account && member.Shop.Code == shop).AtWork(db).AnyAsync(Cancel);

    private async Task<bool> FindAsync()
    {
        // The key is in the address: no other site gets to know it.
        Response.Headers["Referrer-Policy"] = "same-origin";
        Response.Headers["X-Robots-Tag"] = "noindex";
        var hash = LinkKey.HashOf(Key);
        Invitation = await db.Invitations.AsNoTracking().Include(one => one.Shop).Include(one => one.Consent).FirstOrDefaultAsync(one => one.KeyHash == hash, Cancel);
        if (Invitation is null) return false;
        IsOver = !Invitation.IsOpen(clock.GetUtcNow().UtcDateTime);
        var me = User.AccountId;
        var people = await accounts.FindManyAsync(me is { } id ? [Invitation.InvitedBy, id] : [Invitation.InvitedBy], Cancel);
        InvitedBy = people.GetValueOrDefault(Invitation.InvitedBy)?.Name ?? "";
        IsMe = me is not null && people.GetValueOrDefault(me.Value)?.Phone == Invitation.Phone;
        return true;
    }
}
