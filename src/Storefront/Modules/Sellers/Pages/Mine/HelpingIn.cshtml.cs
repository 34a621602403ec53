using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Mine;

/// <summary>One grower's consent as the helper gets it: says for what, then sends the link, or hands in the signed sheet.</summary>
internal sealed class HelpingIn(StoreDb db, AskConsent ask, TellGrower tell, FileSheet file, ChangeHands change) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery]
    public bool Sent { get; set; }

    public ShopMember Member { get; private set; } = null!;

    public HelperConsent? InForce { get; private set; }

    /// <summary>The one that waits for the grower, or whose sheet waits for a reviewer.</summary>
    public HelperConsent? Asked { get; private set; }

    private string Here => $"/me/helping/{Code}";

    private ShopCard Card => new(Member.Shop.Id, Member.Shop.Code, Member.Shop.Name, Member.Shop.Place, Member.Shop.RegionCode, Member.Shop.Story, Member.Shop.PhotoCode, Member.Shop.State);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAskAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        return await ask.RunAsync(Card, Member.AccountId, Input.Fee!.Value, Input.Value!.Value, Cancel) is null
            ? await RefuseAsync("", Texts["family.ask.too_many"])
            : LocalRedirect(Here);
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        if (!await FindAsync() || Asked is not { State: ConsentState.Asked } asked) return NotFound();
        var outcome = await tell.RunAsync(Card, Member.AccountId, asked.Code, Cancel);
        return outcome == TellGrower.Outcome.Sent ? LocalRedirect(Here + "?sent=true") : await RefuseAsync("", Texts[$"family.ask.no.{outcome}"]);
    }

    public async Task<IActionResult> OnPostSheetAsync(IFormFile? sheet)
    {
        if (!await FindAsync() || Asked is not { State: ConsentState.Asked } asked) return NotFound();
        if (sheet is null) return await RefuseAsync("sheet", Texts["family.sheet.missing"]);
        await using var upload = sheet.OpenReadStream();
        var result = await file.RunAsync(asked.Code, Member.AccountId, upload, Cancel);
        if (result.Refusal != PhotoRefusal.None) return await RefuseAsync("sheet", Texts[result.Refusal.TextKey()]);
        return result.IsFiled ? LocalRedirect(Here) : await RefuseAsync("", Texts["family.too_late"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (!await FindAsync()) return NotFound();
        await change.RunAsync(Card, Member.Code, Member.AccountId, role: null, Cancel);
        return LocalRedirect("/me/helping");
    }

    protected override async Task LoadAsync() => await FindAsync();

    private async Task<bool> FindAsync()
    {
        var me = User.AccountId;
        var found = await db.ShopMembers.AsNoTracking().Include(member => member.Shop).FirstOrDefaultAsync(member => member.Code == Code && member.AccountId == me && member.Role == MemberRole.Helper, Cancel);
        if (found is null) return false;
        Member = found;
        var consents = await db.HelperConsents.AsNoTracking().Where(consent => consent.ShopId == found.ShopId && consent.HelperId == me && consent.Until == null).OrderByDescending(consent => consent.Id).ToListAsync(Cancel);
        (InForce, Asked) = (consents.Find(consent => consent.State == ConsentState.Given), consents.Find(consent => consent.IsOpen));
        return true;
    }

    internal sealed class Form : FeeForm;

    internal sealed class Validator : FeeForm.Rules<Form>
    {
        public Validator(Texts texts) => FeeRules(texts, _ => true);
    }
}
