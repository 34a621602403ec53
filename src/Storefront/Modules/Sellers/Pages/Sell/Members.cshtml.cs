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
        var members = await db.ShopMembers.AsNoTracking().Where(member => member.ShopId == Shop.Id).OrderBy(member => member.Id).ToListAsync(Cancel);
        var known = await accounts.FindManyAsync([.. members.Select(member => member.AccountId)], Cancel);
        var consents = await db.HelperConsents.AsNoTracking().Where(consent => consent.ShopId == Shop.Id && consent.Until == null && consent.HelperId != null).OrderByDescending(consent => consent.Id).ToListAsync(Cancel);
        Hands = [.. members.Select(member => new Hand(member, known.GetValueOrDefault(member.AccountId)?.Name ?? "", [.. consents.Where(consent => member.Role == MemberRole.Helper && consent.HelperId == member.AccountId)]))];
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
