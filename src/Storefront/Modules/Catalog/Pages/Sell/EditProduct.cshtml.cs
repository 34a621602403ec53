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
internal sealed class EditProduct(StoreDb db, IMyShop shops, SaveProduct save, ReadShare read, IVideos videos, IPageCache cache) : StorePage
{
    public const string New = "new";
    public const string Read = "read";
    public const string Publish = "publish";
    public const string Drop = "drop:";
    public const string First = "first:";
    public const string Agree = "agree:";
    public const string TakeAway = "away:";

    /// <summary>Behind save or publish: the seller has seen the guesses and takes them.</summary>
    public const string Sure = ":sure";

    private static readonly string[] Quick = ["", "Input.ShareText", "Input.Photos", "Input.Name", "Input.Sizes[0].Price", "Input.Sizes[0].Grams", "Input.Sizes[0].Quantity", "Input.HarvestedOn"];

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

    /// <summary>What the share text in the form says.</summary>
    public ReadShare.Outcome? Shared { get; private set; }

    /// <summary>True when everything is well but guesses are left: the page asks once before they count.</summary>
    public bool Asks { get; private set; }

    /// <summary>The folded part opens by itself where something in it is wrong.</summary>
    public bool OpensMore => ModelState.Any(entry => entry.Value is { Errors.Count: > 0 } && !Quick.Contains(entry.Key, StringComparer.Ordinal) && !IsQuick(entry.Key));

    public bool IsNew => Code == New;

    public IEnumerable<SelectListItem> Kinds => Categories.Keys.Select(key => new SelectListItem(Texts[$"catalog.category.{key}"], key)).Prepend(new(Texts["catalog.form.category_choose"], ""));

    /// <param name="text">A share text to begin with.</param>
    /// <param name="like">Code of a product of this shop, to list the same again.</param>
    public async Task<IActionResult> OnGetAsync(string? text, string? like)
    {
        var product = await FindAsync(IsNew ? like : Code);
        if (product is null && !(IsNew && like is null)) return NotFound();
        Input = product is null ? new() { ShareText = text } : IsNew ? ProductForm.Like(product) : ProductForm.Of(product);
        if (IsNew) State = ProductState.Draft;
        if (product is null) await GuessAsync();
        else if (!IsNew) Input.Seen = SeenProduct.MarkOf(product);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SavePhotos upload, [FromServices] TimeProvider clock)
    {
        var known = IsNew ? null : await FindAsync(Code);
        if (known is null && !IsNew) return NotFound();
        if (await HelpAsync() is { } helped)
        {
            await KeepPhotosAsync(upload);
            return helped;
        }
        await KeepPhotosAsync(upload);
        if (Then.EndsWith(Sure, StringComparison.Ordinal)) Input.Guesses.Clear();
        Input.Publishing = Then.StartsWith(Publish, StringComparison.Ordinal);
        Forget(Input.Complete(Texts, LocalTime.Today(clock)));
        if (await RefuseAsync(Input) is { } refused) return refused;
        if (Input.Marks.Any(mark => Input.Publishing || State == ProductState.Published || mark.Field == GuessMark.BestBefore))
        {
            Asks = true;
            return await ShowAgainAsync();
        }
        if (known is not null && await WarnAsync(known) is { } changed) return changed;
        Shop = await shops.GetAsync(Cancel);
        var outcome = await save.RunAsync(Shop, User.AccountId!.Value, Input.ToListing(IsNew ? null : Code), Cancel);
        return await AnswerAsync(outcome);
    }

    public async Task<IActionResult> OnPostDetachAsync(string video)
    {
        if (await FindAsync(Code) is null) return NotFound();
        await videos.DetachAsync(Shop.Id, Code, video, Cancel);
        await db.SaveChangesAsync(Cancel);
        await cache.EvictAsync(CacheTags.Of(Code, Shop.Code));
        return LocalRedirect($"/sell/products/{Code}");
    }

    protected override async Task LoadAsync()
    {
        Shop ??= await shops.GetAsync(Cancel);
        Input.Pad();
        if (!string.IsNullOrWhiteSpace(Input.ShareText)) Shared ??= await read.RunAsync(Shop.Id, Input.ShareText, Cancel);
        if (IsNew) return;
        HasBatch = await db.Batches.AnyAsync(batch => batch.Product.Code == Code, Cancel);
        Attached = await videos.OfProductAsync(Code, Cancel);
    }

    /// <summary>Where a field of the first size or of the batch is shown: beside the six quick ones while it needs a look, else folded away.</summary>
    public bool IsQuick(string path) => ModelState.TryGetValue(path, out var entry) && entry.Errors.Count > 0
        ? path is "Input.Category" or "Input.BestBefore" or "Input.Sizes[0].Label"
        : Input.Marks.Any(mark => "Input." + mark.Path == path);

    /// <summary>What the button says that takes all guesses.</summary>
    public string SureThen => (Input.Publishing ? Publish : "save") + Sure;

    public string? ClassOf(string field) => Input.MarkOf(field) is null ? null : "guessed";

    public string? HintOf(string field) => Input.MarkOf(field) is { } mark ? Texts["listing.guess.hint", mark.From].Value : null;

    /// <summary>A guess as people read it.</summary>
    public string Shown(GuessMark mark) => mark.Field switch
    {
        GuessMark.Category => Texts[$"catalog.category.{mark.Value}"],
        GuessMark.Grams => Texts["catalog.item.grams", mark.Value],
        GuessMark.Price => $"¥{mark.Value}",
        _ => mark.Value,
    };

    private async Task<Product?> FindAsync(string? code)
    {
        Shop = await shops.GetAsync(Cancel);
        if (code is null) return null;
        var product = await db.Products.AsNoTracking().Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == code && product.ShopId == Shop.Id, Cancel);
        State = product?.State ?? ProductState.Draft;
        return product;
    }

    /// <summary>Buttons that only help to fill in; null when the form is to be saved.</summary>
    private async Task<IActionResult?> HelpAsync()
    {
        if (Then == Read) await GuessAsync();
        else if (Then.StartsWith(Agree, StringComparison.Ordinal)) Input.Judge(Behind(Then), agrees: true);
        else if (Then.StartsWith(TakeAway, StringComparison.Ordinal)) Forget(Input.Judge(Behind(Then), agrees: false) is { } mark ? [mark.Path] : []);
        else if (Then.StartsWith(Drop, StringComparison.Ordinal)) Input.Photos.Remove(Behind(Then));
        else if (!Then.StartsWith(First, StringComparison.Ordinal)) return null;
        else if (Input.Photos.Remove(Behind(Then))) Input.Photos.Insert(0, Behind(Then));
        return await ShowAgainAsync();
    }

    private static string Behind(string then) => then[(then.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private async Task GuessAsync()
    {
        Shop ??= await shops.GetAsync(Cancel);
        if (string.IsNullOrWhiteSpace(Input.ShareText)) return;
        Shared = await read.RunAsync(Shop.Id, Input.ShareText, Cancel);
        Forget(Input.Take(Shared.Guess));
    }

    /// <summary>What was filled in here is shown instead of what was sent.</summary>
    private void Forget(IReadOnlyList<string> fields)
    {
        foreach (var field in fields) ModelState.Remove($"Input.{field}");
    }

    private async Task KeepPhotosAsync(SavePhotos upload)
    {
        var kept = await upload.RunAsync(Request.Form.Files, User.AccountId!.Value, Cancel);
        Input.Photos.AddRange(kept.Codes);
        foreach (var refusal in kept.Refusals.Distinct()) ModelState.AddModelError("Input.Photos", Texts[refusal.TextKey()]);
    }

    /// <summary>Null when nobody changed the product since the form was opened, or what they did is in the form as well.</summary>
    private async Task<IActionResult?> WarnAsync(Product product)
    {
        var now = SeenProduct.MarkOf(product);
        if (string.IsNullOrEmpty(Input.Seen) || Input.Seen == now) return null;
        var differences = SeenProduct.Differences(product, Input);
        if (differences.Count == 0) return null;
        foreach (var (path, theirs, mine) in differences)
            ModelState.AddModelError(path, path == "Input.Photos" ? Texts["offline.changed.photos"] : Texts["offline.changed.field", Named(path, theirs), Named(path, mine)]);
        Input.Seen = now;
        ModelState.Remove("Input.Seen");
        return await RefuseAsync("", Texts["offline.changed"]);
    }

    private string Named(string path, string value) => value.Length == 0 ? Texts["offline.changed.nothing"] : path == "Input.Category" && Categories.Keys.Contains(value) ? Texts[$"catalog.category.{value}"] : value;

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
