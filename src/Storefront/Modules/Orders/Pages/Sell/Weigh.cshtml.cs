using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>What the scale says of an order's goods before they are sent. First it is shown what would go back, then it does.</summary>
internal sealed class Weigh(SellerOrders orders, ReadRefunds readRefunds, WeighOrder weigh) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Order Order { get; private set; } = null!;

    public IReadOnlyList<OrderLine> Lines => [.. Order.Lines.OrderBy(line => line.Id)];

    /// <summary>What would go back; null before anything was weighed.</summary>
    public RefundParts? Missing { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync()) return NotFound();
        return Lines.Any(line => line.MayWeigh) ? Page() : LocalRedirect(OrderNotices.SellPath(Number));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        foreach (var (at, (line, said)) in Lines.Zip(Input.Weights).Index())
        {
            if (said * 2 < line.OrderedGrams) return await RefuseAsync($"Input.Grams[{at}]", Texts["parcels.weigh.half", line.OrderedGrams]);
        }
        if (Refundable.Of(Order).Short(Input.Weights) is not { } missing) return await RefuseAsync("", Texts["parcels.weigh.late"]);
        if (!Input.Sure)
        {
            Missing = missing;
            return Page();
        }
        var (shopId, number) = (Order.ShopId, Number);
        return await weigh.RunAsync(order => order.ShopId == shopId && order.Number == number, Input.Weights, new(Mover.Seller, User.AccountId), Cancel)
            ? LocalRedirect(OrderNotices.SellPath(Number))
            : await RefuseAsync("", Texts["parcels.weigh.late"]);
    }

    protected override Task LoadAsync() => FindAsync();

    private async Task<bool> FindAsync()
    {
        if (await orders.FindAsync(Number, Cancel) is not { } order) return false;
        await readRefunds.RunAsync(order, Cancel);
        Order = order;
        while (Input.Grams.Count < order.Lines.Count) Input.Grams.Add(null);
        return true;
    }

    public sealed class Form
    {
        /// <summary>By line, in the lines' order; nothing: not weighed.</summary>
        public List<string?> Grams { get; set; } = [];

        /// <summary>What goes back was seen.</summary>
        public bool Sure { get; set; }

        internal IReadOnlyList<int?> Weights => Grams.ConvertAll(Read);

        internal static int? Read(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var grams) ? grams : null;
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const int Most = 10_000_000;

        public Validator(Texts texts)
        {
            RuleForEach(form => form.Grams).Must(typed => string.IsNullOrWhiteSpace(typed) || Form.Read(typed) is > 0 and <= Most).WithMessage(_ => texts["parcels.weigh.wrong"]);
            RuleFor(form => form.Grams).Must(all => !all.TrueForAll(string.IsNullOrWhiteSpace)).OverridePropertyName("Grams[0]").WithMessage(_ => texts["parcels.weigh.none"]);
        }
    }
}
