using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>Whose hands work in the shop, what each may do, who is invited, and what helpers were promised.</summary>
internal sealed class Members(StoreDb db, IMyShop mine, IAccounts accounts, ChangeHands change, WithdrawInvitation withdraw, TimeProvider clock) : StorePage
{
    [FromQuery]
    public bool Sent { get; set; }

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<Hand> Hands { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public bool IsOwner { get; private set; }

    private long Account => User.AccountId!.Value;

    public IEnumerable<SelectListItem> RolesBut(MemberRole now) =>
        RoleTable.Roles.Where(role => role != now).Select(role => new SelectListItem(Texts[$"sellers.role.{role}"], role.ToString()));

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRemoveAsync(string member) => ChangeAsync(member, role: null);

    public Task<IActionResult> OnPostRoleAsync(string member, MemberRole role) => Enum.IsDefined(role) ? ChangeAsync(member, role) : Task.FromResult<IActionResult>(NotFound());

    public async Task<IActionResult> OnPostWithdrawAsync(string invitation)
    {
        if (!await mine.MayAsync(ShopRight.Members, Cancel)) return Forbid();
        return await withdraw.RunAsync(await mine.GetAsync(Cancel), invitation, Cancel) ? LocalRedirect("/sell/members") : await RefuseAsync("", Texts["family.too_late"]);
    }

    protected override async Task LoadAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        IsOwner = await mine.MayAsync(ShopRight.Members, Cancel);
        var (members, open) = (db.ShopMembers.AsNoTracking().Where(member => member.ShopId == Shop.Id), db.HelperConsents.AsNoTracking().Where(consent => consent.Until == null));
        var rows = await (
            from member in members
            join consent in open on new { member.ShopId, HelperId = (long?)member.AccountId } equals new { consent.ShopId, consent.HelperId } into agreed
            from consent in agreed.DefaultIfEmpty()
            orderby member.Id, consent.Id descending
            select new { Member = member, Consent = consent }).ToListAsync(Cancel);
        var known = await accounts.FindManyAsync([.. rows.Select(row => row.Member.AccountId).Distinct()], Cancel);
        Hands = [.. rows.GroupBy(row => row.Member.Id)
            .Select(member => new Hand(member.First().Member, known.GetValueOrDefault(member.First().Member.AccountId)?.Name ?? "", [.. member.Where(row => row.Member.Role == MemberRole.Helper).Select(row => row.Consent).OfType<HelperConsent>()]))];
        if (!IsOwner) return;
        var oldest = clock.GetUtcNow().UtcDateTime - Invitation.Lifetime;
        Invitations = await db.Invitations.AsNoTracking().Where(one => one.ShopId == Shop.Id && one.InvitedAt > oldest && one.State == InvitationState.Open).OrderByDescending(one => one.InvitedAt).ToListAsync(Cancel);
    }

    private async Task<IActionResult> ChangeAsync(string member, MemberRole? role)
    {
        var outcome = await change.RunAsync(await mine.GetAsync(Cancel), member, Account, role, Cancel);
        return outcome switch
        {
            ChangeHands.Outcome.Done => LocalRedirect(role is null && !(await IsStillInAsync()) ? "/me" : "/sell/members"),
            ChangeHands.Outcome.Unknown => NotFound(),
            ChangeHands.Outcome.NotOwner => Forbid(),
            _ => await RefuseAsync("", Texts["family.last_owner"]),
        };
    }

    private async Task<bool> IsStillInAsync()
    {
        var shop = await mine.GetAsync(Cancel);
        return await db.ShopMembers.AnyAsync(member => member.ShopId == shop.Id && member.AccountId == Account, Cancel);
    }

    /// <param name="Consents">What stands between the grower and this helper: in force, or asked for.</param>
    public sealed record Hand(ShopMember Member, string Name, IReadOnlyList<HelperConsent> Consents);
}
