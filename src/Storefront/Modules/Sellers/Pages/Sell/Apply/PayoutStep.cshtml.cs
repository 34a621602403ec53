using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>Where the money goes. Only the owner.</summary>
internal sealed class PayoutStep(MyApplication applications, PayoutDesk payouts, StoreDb db, INotices notices) : ApplyPage(applications)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override Step Step => Steps.Payout;

    protected override ShopRight Right => ShopRight.PayoutAccount;

    public void OnGet()
    {
        if (Shop!.Payout is { } account) Input = new() { Kind = account.Kind, Holder = account.Holder };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        if (!Input.Fill(Shop!.Payout, (kind, holder, number) => Shop.PayTo(kind, holder, number, payouts.Seal))) return await RefuseAsync("Input.Number", Texts["sellers.payout.number.missing"]);
        if (Shop.IsTrading) await TellAsync(Shop);
        return await KeepAsync();
    }

    /// <summary>Every owner hears of it, in case it was none of them.</summary>
    private async Task TellAsync(Shop shop)
    {
        foreach (var owner in await db.ShopMembers.Where(member => member.ShopId == shop.Id && member.Role == MemberRole.Owner).Select(member => member.AccountId).ToListAsync(Cancel))
            notices.Stage(owner, "sellers.notice.payout", [shop.Name, shop.Payout!.Masked], $"{Step.Path}?{MyShopDesk.Query}={shop.Code}", Topic.Security);
    }

    internal sealed class Form : PayoutForm;

    internal sealed class Validator(Texts texts) : PayoutForm.Rules<Form>(texts);
}
