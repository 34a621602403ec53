using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

/// <summary>One shop, whole, with what can be decided about it. Every admin may read; reviewers decide and open papers.</summary>
internal sealed class Case(StoreDb db, Queue queue, DecideShop decide, IAccounts accounts, IPageCache cache) : StorePage
{
    private const int NewestMoves = 30;

    private IReadOnlyDictionary<long, AccountCard> _people = new Dictionary<long, AccountCard>();

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public DecisionForm Input { get; set; } = new();

    public Shop Shop { get; private set; } = null!;

    public IReadOnlyList<PaperRule> Rules { get; private set; } = [];

    public IReadOnlyList<Queue.Entry> Waiting { get; private set; } = [];

    public bool MayDecide => User.IsInRole(Policies.ReviewerRole) || User.IsInRole(Policies.AdminRole);

    public IReadOnlyList<ReviewAct> Acts => MayDecide ? DecideShop.Acts(Shop) : [];

    public IEnumerable<SelectListItem> Fields =>
        Steps.Fields.Select(key => new SelectListItem(Texts[$"sellers.field.{key}"], key)).Prepend(new("", ""));

    public static string? LookOf(ReviewAct act) => act switch
    {
        ReviewAct.Approve or ReviewAct.AcceptPaper or ReviewAct.Lift => null,
        ReviewAct.Ask => "quiet",
        _ => "danger",
    };

    /// <summary>The letter that presses the button.</summary>
    public static string KeyOf(ReviewAct act) => act switch
    {
        ReviewAct.Approve or ReviewAct.AcceptPaper => "a",
        ReviewAct.Ask => "c",
        ReviewAct.Reject or ReviewAct.RefusePaper => "r",
        ReviewAct.Suspend => "s",
        ReviewAct.Lift => "o",
        _ => "x",
    };

    public string NameOf(long account) => _people.GetValueOrDefault(account)?.Name ?? "";

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayDecide) return Forbid();
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        var decision = new DecideShop.Decision(Input.Act!.Value, Input.Version, Input.Field ?? "", Input.Words?.Trim() ?? "");
        switch (await decide.RunAsync(Code, User.AccountId!.Value, decision, Cancel))
        {
            case DecideShop.Outcome.Unknown: return NotFound();
            case DecideShop.Outcome.OwnShop: return await RefuseAsync("", Texts["sellers.case.own"]);
            case DecideShop.Outcome.TooLate:
                ModelState.Remove("Input.Version");
                return await RefuseAsync("", Texts["sellers.case.late"]);
        }
        await cache.EvictAsync($"shop:{Code}");
        return LocalRedirect($"/admin/shops/{Code}");
    }

    protected override async Task LoadAsync() => await FindAsync();

    private async Task<bool> FindAsync()
    {
        var found = await db.Shops.AsNoTracking()
            .Include(shop => shop.Payout).Include(shop => shop.Members)
            .Include(shop => shop.Licences.OrderByDescending(licence => licence.Id)).Include(shop => shop.Requests.OrderByDescending(request => request.Id))
            .Include(shop => shop.Moves.OrderByDescending(move => move.Id).Take(NewestMoves))
            .AsSingleQuery().FirstOrDefaultAsync(shop => shop.Code == Code, Cancel);
        if (found is null) return false;
        Shop = found;
        Rules = await db.PaperRules.AsNoTracking().ToListAsync(Cancel);
        Waiting = (await queue.PageAsync(1, Cancel)).Items;
        _people = await accounts.FindManyAsync([.. found.Moves.Select(move => move.AccountId).Concat(found.Members.Select(member => member.AccountId)).Distinct()], Cancel);
        return true;
    }
}
