using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Pages;

internal sealed class Place(PlaceOrder placeOrder, DrawUpBill drawUpBill, ISavedAddresses addresses, IPayments payments, IRegions regions, IAddressReader reader) : StorePage
{
    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public DrawUpBill.Bill Bill { get; private set; } = new([]);

    public IReadOnlyList<SavedAddressCard> Saved { get; private set; } = [];

    public PayQuestion Ways => new("Input.Gateway", Texts["checkout.gateway"], Input.Gateway, payments.Choices);

    public bool FitsOutside => payments.FitsOutside;

    /// <summary>The cart holds what cannot be had: the way on leads through the cart, where it is taken out.</summary>
    public bool HasTrouble => Bill.Lines.Any(line => !line.CanBuy);

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Key = Code.NewSecret();
        await LoadSavedAsync();
        if (Saved is [var usual, ..]) Fill(usual.Address);
        await LoadAsync();
        if (Bill.Parts.Count == 0 || HasTrouble) return LocalRedirect("/cart");
        Input.Gateway = payments.Gateways is [var first, ..] ? first : null;
        return Page();
    }

    public Task<IActionResult> OnPostRegionAsync() => ShowAgainAsync();

    /// <summary>Shows freight and total for what is filled in so far.</summary>
    public Task<IActionResult> OnPostUpdateAsync() => ShowAgainAsync();

    public Task<IActionResult> OnPostSplitAsync()
    {
        if (!string.IsNullOrWhiteSpace(Input.Pasted)) Fill(reader.Read(Input.Pasted));
        return FilledAsync();
    }

    public async Task<IActionResult> OnPostUseAsync(string saved)
    {
        await LoadSavedAsync();
        if (Saved.FirstOrDefault(one => one.Code == saved) is { } chosen) Fill(chosen.Address);
        return await FilledAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        return await placeOrder.RunAsync(Input.ToRequest(regions, User.AccountId), Cancel) switch
        {
            PlaceOrder.Placed placed => LocalRedirect(IPayments.PayUrl(placed.Attempt)),
            PlaceOrder.PriceChanged changed => await RefuseAsync("", Texts[Input.Total is null ? "checkout.refused.total" : "checkout.refused.price", changed.Total]),
            PlaceOrder.SoldOut sold => await RefuseAsync("", Texts["checkout.refused.sold_out", Names(sold.Which)]),
            PlaceOrder.Forbidden gone => await RefuseAsync("", Texts["checkout.refused.gone", Names(gone.Which)]),
            PlaceOrder.NotDelivered far => await RefuseAsync("Input.RegionCode", Texts["checkout.refused.far", far.Shop]),
            _ => await RefuseAsync("", Texts["checkout.refused.empty"]),
        };
    }

    protected override async Task LoadAsync()
    {
        Bill = await drawUpBill.RunAsync(regions.IsPlace(Input.RegionCode) ? Input.RegionCode : null, Cancel);
        await LoadSavedAsync();
        // What the page shows now is what the next press agrees to.
        Input.Total = HasTrouble ? null : Bill.Total?.Fen;
        ModelState.Remove("Input.Total");
    }

    private async Task LoadSavedAsync()
    {
        if (User.AccountId is { } account && Saved.Count == 0) Saved = await addresses.ListAsync(account, Cancel);
    }

    private async Task<IActionResult> FilledAsync()
    {
        // A field prefers what was posted; these were just filled in for the buyer.
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        return await ShowAgainAsync();
    }

    private void Fill(Address address)
    {
        Input.Name = address.Name is { Length: > 0 } ? address.Name : Input.Name;
        Input.Phone = address.Phone is { Length: > 0 } ? address.Phone : Input.Phone;
        Input.RegionCode = address.RegionCode is { Length: > 0 } ? address.RegionCode : Input.RegionCode;
        Input.Street = address.Street is { Length: > 0 } ? address.Street : Input.Street;
    }

    private string Names(IReadOnlyList<string> which) => string.Join(Texts["checkout.comma"], which);
}
