using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Admin;

/// <summary>One product before the market's people: stop it, let it go, recall a batch; always with a reason.</summary>
[Authorize(Roles = $"{Policies.ReviewerRole},{Policies.AdminRole}")]
internal sealed class ProductCase(StoreDb db, JudgeProduct judge, IShops shops, IPageCache cache) : StorePage
{
    private const int BatchesShown = 60;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Product Product { get; private set; } = null!;

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<Batch> Batches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync()) return NotFound();
        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnPostBlockAsync() => ActAsync(reason => judge.RunAsync(Code, JudgeProduct.Act.Block, reason, Cancel));

    public Task<IActionResult> OnPostUnblockAsync() => ActAsync(reason => judge.RunAsync(Code, JudgeProduct.Act.Unblock, reason, Cancel));

    public Task<IActionResult> OnPostRecallAsync(string batch) => ActAsync(
        async reason =>
        {
            var outcome = await judge.RecallAsync(Code, batch, reason, Cancel);
            await cache.EvictAsync(CacheTags.Batch(batch));
            return outcome;
        });

    protected override async Task LoadAsync() =>
        Batches = await db.Batches.AsNoTracking().Where(batch => batch.ProductId == Product.Id).OrderByDescending(batch => batch.HarvestedOn).ThenByDescending(batch => batch.Id).Take(BatchesShown).ToListAsync(Cancel);

    private async Task<IActionResult> ActAsync(Func<string, Task<JudgeProduct.Outcome>> act)
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        switch (await act(Input.Reason!.Trim()))
        {
            case JudgeProduct.Outcome.NotFound: return NotFound();
            case JudgeProduct.Outcome.ChangedMeanwhile: return await RefuseAsync("", Texts["catalog.refused.ChangedMeanwhile"]);
            default:
                await cache.EvictAsync(CacheTags.Of(Code, Shop.Code));
                return LocalRedirect($"/admin/products/{Code}");
        }
    }

    private async Task<bool> FindAsync()
    {
        if (await db.Products.AsNoTracking().FirstOrDefaultAsync(product => product.Code == Code, Cancel) is not { } product) return false;
        if (await shops.FindAsync(product.ShopId, Cancel) is not { } shop) return false;
        (Product, Shop) = (product, shop);
        return true;
    }

    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) =>
            RuleFor(form => form.Reason).Must(reason => reason?.Trim() is { Length: > 0 and <= JudgeProduct.ReasonLength }).WithMessage(_ => texts["catalog.recall.reason_wrong", JudgeProduct.ReasonLength]);
    }
}
