using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>The shop's own account at the vendor that pays sellers: begun here, gone on with here. Only the owner; without such a vendor there is no such page.</summary>
internal sealed class AccountPage(IMyShop mine, IPayees payees) : StorePage
{
    /// <summary>The vendor's page had gone stale, and sent the owner back.</summary>
    [FromQuery(Name = "again")]
    public bool IsAgain { get; set; }

    public string Gateway => payees.Gateway!;

    public PayeeCard? Payee { get; private set; }

    /// <summary>
    /// The vendor's page. By refresh and not by status 302, because a browser that came here by a form follows redirects only to where our policy lets forms go.
    /// </summary>
    public Uri? RefreshTo { get; private set; }

    public static string LookOf(PayeeState state) => state switch
    {
        PayeeState.Ready => "good",
        PayeeState.Closed => "bad",
        _ => "warn",
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (await GuardAsync() is { } refused) return refused;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await GuardAsync() is { } refused) return refused;
        var (shop, site) = (await mine.GetAsync(Cancel), new Uri($"{Request.Scheme}://{Request.Host}"));
        RefreshTo = await payees.BeginAsync(shop.Id, new(site, "/sell/money/account/return"), new(site, "/sell/money/account?again=true"), Cancel);
        if (RefreshTo is null) return await RefuseAsync("", Texts["ledger.account.late"]);
        await LoadAsync();
        return Page();
    }

    protected override async Task LoadAsync() => Payee = await payees.FindAsync((await mine.GetAsync(Cancel)).Id, Cancel);

    private async Task<IActionResult?> GuardAsync() => payees.Gateway is null ? NotFound() : await mine.IsOwnerAsync(Cancel) ? null : Forbid();
}
