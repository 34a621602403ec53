using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Cart.Model;
using Storefront.Shared;

namespace Storefront.Modules.Cart.Pages;

internal sealed class Contents(ICart cart, SetLine setLine, TidyCart tidyCart, StoreDb db) : StorePage
{
    [BindProperty]
    public Line Input { get; set; } = new();

    /// <summary>What became of the last "into the cart", when it was not simply done.</summary>
    [BindProperty(SupportsGet = true)]
    public SetLine.Outcome? Said { get; set; }

    public PricedCart Cart { get; private set; } = new([]);

    /// <summary>Something can still be bought once the rest is taken out.</summary>
    public bool LeavesSomething => Cart.Lines.Any(line => line.Trouble is LineTrouble.None or LineTrouble.Fewer);

    public static string Saying(SetLine.Outcome outcome) => outcome == SetLine.Outcome.Set ? "/cart" : $"/cart?said={outcome}";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostSetAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var asked = Math.Clamp(int.Parse(Input.Quantity!, CultureInfo.InvariantCulture) + Input.Step, 1, CartItem.Most);
        return LocalRedirect(Saying(await setLine.RunAsync(Input.VariantCode!, asked, Cancel)));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await db.WriteAsync(token => cart.RemoveAsync([Input.VariantCode ?? ""], token), Cancel);
        return LocalRedirect("/cart");
    }

    /// <summary>Goes on to the checkout without what cannot be had.</summary>
    public async Task<IActionResult> OnPostTidyAsync()
    {
        await tidyCart.RunAsync(Cancel);
        await LoadAsync();
        return LocalRedirect(Cart.IsEmpty ? "/cart" : "/checkout");
    }

    /// <summary>What the quantity field of a line shows: what was typed, if it was refused.</summary>
    public string Typed(PricedLine line) =>
        IsRefused(line) ? Input.Quantity ?? "" : line.Quantity.ToString(CultureInfo.InvariantCulture);

    public bool IsRefused(PricedLine line) => !ModelState.IsValid && line.VariantCode == Input.VariantCode;

    protected override async Task LoadAsync() => Cart = await cart.PriceAsync(Cancel);

    public sealed class Line
    {
        public string? VariantCode { get; set; }

        public string? Quantity { get; set; }

        /// <summary>The buttons beside the number: one more, one less.</summary>
        public int Step { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Line>
    {
        public Validator(Texts texts)
        {
            RuleFor(line => line.VariantCode).NotEmpty().MaximumLength(Code.PublicLength).WithMessage(_ => texts["cart.said.Gone"]);
            RuleFor(line => line.Quantity).Must(IsQuantity).WithMessage(_ => texts["cart.quantity.wrong", CartItem.Most]);
        }

        private static bool IsQuantity(string? typed) =>
            int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= CartItem.Most;
    }
}
