using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>What there is of a product: take in a harvest, add to a batch, write off.</summary>
internal sealed class ProductStock(StoreDb db, IMyShop shops, ReceiveStock receive, CorrectStock correct, RecallBatch recall, IPageCache cache) : StorePage
{
    private const int RowsShown = 60;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>A recall that was refused, for what was typed to stay.</summary>
    public (string? Batch, string? Reason) Said { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ShopCard Shop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } sizes) return NotFound();
        Input.Sizes = sizes;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is null) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        var quantities = Input.Sizes.Where(size => size.Quantity > 0).DistinctBy(size => size.Code).ToDictionary(size => size.Code, size => size.Quantity!.Value);
        var outcome = await receive.RunAsync(Shop.Id, Code, new(Input.HarvestedOn!.Value, Input.BestBefore!.Value, Input.Place?.Trim() ?? ""), quantities, Cancel);
        return outcome == ReceiveStock.Outcome.Done ? await DoneAsync() : await RefuseAsync("", Texts["catalog.form.quantity_wrong"]);
    }

    public async Task<IActionResult> OnPostMoreAsync(string batch, string variant, int? quantity) => await CorrectAsync(batch, variant, quantity, +1);

    public async Task<IActionResult> OnPostLessAsync(string batch, string variant, int? quantity) => await CorrectAsync(batch, variant, quantity, -1);

    public async Task<IActionResult> OnPostRecallAsync(string batch, string? reason)
    {
        if (await FindAsync() is not { } sizes) return NotFound();
        Input = new() { Sizes = sizes };
        Said = (batch, reason);
        if (reason?.Trim() is not { Length: > 0 and <= RecallBatch.ReasonLength } words) return await RefuseAsync("", Texts["catalog.recall.reason_wrong", RecallBatch.ReasonLength]);
        if (await recall.RunAsync(Code, batch, Shop.Id, words, alsoStage: null, Cancel) != RecallBatch.Outcome.Done) return NotFound();
        await cache.EvictAsync(CacheTags.Batch(batch));
        return await DoneAsync();
    }

    protected override async Task LoadAsync() =>
        Rows = await db.Stocks.AsNoTracking().Where(stock => stock.Product.Code == Code)
            .OrderByDescending(stock => stock.BatchId).ThenBy(stock => stock.Variant.Position)
            .Select(stock => new Row(
                stock.Batch.Code, stock.Variant.Code, stock.Variant.Label, stock.Batch.HarvestedOn, stock.Batch.BestBefore, stock.Batch.Place, stock.Batch.Recalled,
                stock.OnHand, stock.Held, stock.Sold, stock.WrittenOff))
            .Take(RowsShown).ToListAsync(Cancel);

    private async Task<IActionResult> CorrectAsync(string batch, string variant, int? quantity, int sign)
    {
        if (await FindAsync() is not { } sizes) return NotFound();
        Input = new() { Sizes = sizes };
        if (quantity is not (> 0 and <= Stock.Most)) return await RefuseAsync("", Texts["catalog.form.quantity_wrong"]);
        var outcome = await correct.RunAsync(Shop.Id, batch, variant, sign * quantity.Value, Cancel);
        return outcome switch
        {
            CorrectStock.Outcome.NotFound => NotFound(),
            CorrectStock.Outcome.Refused => await RefuseAsync("", Texts[sign > 0 ? "catalog.form.quantity_wrong" : "catalog.stock.not_enough"]),
            _ => await DoneAsync(),
        };
    }

    private async Task<List<Form.Size>?> FindAsync()
    {
        Shop = await shops.GetAsync(Cancel);
        var product = await db.Products.AsNoTracking().Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == Code && product.ShopId == Shop.Id, Cancel);
        Name = product?.Name ?? "";
        return product?.Sizes.Select(size => new Form.Size { Code = size.Code, Label = size.Label }).ToList();
    }

    private async Task<IActionResult> DoneAsync()
    {
        await cache.EvictAsync(CacheTags.Of(Code, Shop.Code));
        return LocalRedirect($"/sell/products/{Code}/stock");
    }

    public sealed record Row(
        string Batch, string Variant, string Label, DateOnly HarvestedOn, DateOnly BestBefore, string Place, bool Recalled, int OnHand, int Held, int Sold, int WrittenOff);

    public sealed class Form
    {
        public DateOnly? HarvestedOn { get; set; }

        public DateOnly? BestBefore { get; set; }

        public string? Place { get; set; }

        public List<Size> Sizes { get; set; } = [];

        public sealed class Size
        {
            public string Code { get; set; } = "";

            public string? Label { get; set; }

            public int? Quantity { get; set; }
        }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts, TimeProvider clock)
        {
            RuleFor(form => form.HarvestedOn).Must(day => day is not null && day <= LocalTime.Today(clock)).WithMessage(_ => texts["catalog.form.harvested_wrong"]);
            RuleFor(form => form.BestBefore).Must((form, day) => day > form.HarvestedOn && day > LocalTime.Today(clock)).WithMessage(_ => texts["catalog.form.best_before_wrong"]);
            RuleFor(form => form.Place).MaximumLength(Batch.PlaceLength).WithMessage(_ => texts["catalog.form.long", Batch.PlaceLength]);
            RuleFor(form => form.Sizes).Must(sizes => sizes.Any(size => size.Quantity > 0) && sizes.All(size => size.Quantity is null or (>= 0 and <= Stock.Most)))
                .OverridePropertyName("Sizes[0].Quantity").WithMessage(_ => texts["catalog.form.quantity_wrong"]);
        }
    }
}
