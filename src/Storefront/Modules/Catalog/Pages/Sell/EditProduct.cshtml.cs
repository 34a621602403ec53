using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>One form for a new product (code "new") and a known one. Which of its buttons was pressed stands in <see cref="Then"/>.</summary>
internal sealed class EditProduct(StoreDb db, IMyShop shops, SaveProduct save, SavePhotos upload, IVideos videos, IPageCache cache) : StorePage
{
    public const string New = "new";
    public const string Read = "read";
    public const string Publish = "publish";
    public const string Drop = "drop:";
    public const string First = "first:";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = New;

    [BindProperty]
    public ProductForm Input { get; set; } = new();

    [BindProperty]
    public string Then { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public ProductState State { get; private set; }

    public bool HasBatch { get; private set; }

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<VideoCard> Attached { get; private set; } = [];

    /// <summary>What the share text was recognised as; shown after <see cref="Read"/>.</summary>
    public SharedVideo? Shared { get; private set; }

    public bool IsNew => Code == New;

    public IEnumerable<SelectListItem> Kinds => Categories.Keys.Select(key => new SelectListItem(Texts[$"catalog.category.{key}"], key)).Prepend(new(Texts["catalog.form.category_choose"], ""));

    public async Task<IActionResult> OnGetAsync(string? text)
    {
        if (await FindAsync() is var product && product is null && !IsNew) return NotFound();
        Input = product is null ? new() { ShareText = text } : ProductForm.Of(product);
        if (product is null && !string.IsNullOrWhiteSpace(text)) Guess();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsNew && await FindAsync() is null) return NotFound();
        if (Then == Read) return await GuessAsync();
        if (Then.StartsWith(Drop, StringComparison.Ordinal) || Then.StartsWith(First, StringComparison.Ordinal)) return await ArrangeAsync();
        await KeepPhotosAsync();
        Input.Publishing = Then == Publish;
        if (await RefuseAsync(Input) is { } refused) return refused;
        Shop = await shops.GetAsync(Cancel);
        var outcome = await save.RunAsync(Shop, User.AccountId!.Value, Input.ToListing(IsNew ? null : Code), Cancel);
        return await AnswerAsync(outcome);
    }

    public async Task<IActionResult> OnPostDetachAsync(string video)
    {
        if (await FindAsync() is null) return NotFound();
        await videos.DetachAsync(Shop.Id, Code, video, Cancel);
        await db.SaveChangesAsync(Cancel);
        await cache.EvictAsync(CacheTags.Of(Code, Shop.Code));
        return LocalRedirect($"/sell/products/{Code}");
    }

    protected override async Task LoadAsync()
    {
        Shop ??= await shops.GetAsync(Cancel);
        Input.Pad();
        if (IsNew) return;
        HasBatch = await db.Batches.AnyAsync(batch => batch.Product.Code == Code, Cancel);
        Attached = await videos.OfProductAsync(Code, Cancel);
    }

    private async Task<Product?> FindAsync()
    {
        Shop = await shops.GetAsync(Cancel);
        var product = await db.Products.AsNoTracking().Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == Code && product.ShopId == Shop.Id, Cancel);
        State = product?.State ?? ProductState.Draft;
        return product;
    }

    private async Task<IActionResult> GuessAsync()
    {
        var filled = Guess();
        var page = await ShowAgainAsync();
        foreach (var field in filled) ModelState.Remove($"Input.{field}");
        await KeepPhotosAsync();
        return page;
    }

    private IReadOnlyList<string> Guess()
    {
        Shared = videos.Read(Input.ShareText ?? "");
        return Shared.Platform is null ? [] : Input.Take(ListingGuess.Of(Shared.Caption));
    }

    private async Task KeepPhotosAsync()
    {
        var kept = await upload.RunAsync(Request.Form.Files, User.AccountId!.Value, Cancel);
        Input.Photos.AddRange(kept.Codes);
        foreach (var refusal in kept.Refusals.Distinct()) ModelState.AddModelError("Input.Photos", Texts[refusal.TextKey()]);
    }

    private async Task<IActionResult> ArrangeAsync()
    {
        var code = Then[(Then.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var had = Input.Photos.Remove(code);
        if (had && Then.StartsWith(First, StringComparison.Ordinal)) Input.Photos.Insert(0, code);
        var page = await ShowAgainAsync();
        await KeepPhotosAsync();
        return page;
    }

    private async Task<IActionResult> AnswerAsync(SaveProduct.Outcome outcome)
    {
        switch (outcome.Verdict)
        {
            case SaveProduct.Verdict.NotFound: return NotFound();
            case SaveProduct.Verdict.NoVideo: return await RefuseAsync("Input.ShareText", Texts[outcome.VideoRefusal!]);
            case SaveProduct.Verdict.Saved:
                await cache.EvictAsync(CacheTags.Of(outcome.Code, Shop.Code));
                return LocalRedirect($"/sell/products/{outcome.Code}?done={(Input.Publishing ? "published" : "saved")}");
            default: return await RefuseAsync("", Texts[$"catalog.refused.{outcome.Verdict}"]);
        }
    }
}
