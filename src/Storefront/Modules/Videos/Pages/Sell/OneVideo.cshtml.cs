using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>One video of the shop: its address, its words, its picture, the goods it tells about, and taking it away.</summary>
internal sealed class OneVideo(StoreDb db, IMyShop shops, SellerVideos videos, ChangeVideo change, IShopGoods goods, IPhotos photos) : StorePage
{
    /// <summary>As many goods as can be ticked on one page; ties to older ones stay as they are.</summary>
    private const int MostGoods = 200;

    [FromRoute]
    public string Code { get; set; } = "";

    [FromQuery]
    public string? Done { get; set; }

    [BindProperty]
    public Words Input { get; set; } = new();

    public Video Video { get; private set; } = null!;

    public IReadOnlyList<GoodName> Goods { get; private set; } = [];

    public ShortAddress Address => new(Request, Code);

    public string Caption => Video.Caption.Length > 0 ? Video.Caption : Texts["videos.untitled"];

    public bool IsTied(GoodName good) => Video.Ties.Exists(tie => tie.ProductCode == good.Code);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    /// <summary>The words were read out of what a video app copied, so its seller has the last one.</summary>
    public async Task<IActionResult> OnPostSayAsync()
    {
        if (!await FindAsync()) return NotFound();
        return await RefuseAsync(Input) ?? await ChangeAsync(video => video.Caption = Input.OneLine, "said");
    }

    public async Task<IActionResult> OnPostTieAsync(List<string> tied)
    {
        if (!await FindAsync()) return NotFound();
        string[] asked = [.. Goods.Select(good => good.Code)];
        return await ChangeAsync(video => video.TellOf(tied, asked), "tied");
    }

    public async Task<IActionResult> OnPostPosterAsync(IFormFile? poster)
    {
        if (!await FindAsync()) return NotFound();
        if (poster is not { Length: > 0 }) return await RefuseAsync("poster", Texts["sellvideos.poster_missing"]);
        await using var upload = poster.OpenReadStream();
        var saved = await photos.SaveAsync(upload, User.AccountId!.Value, key: null, Cancel);
        return saved.Code is { } code
            ? await ChangeAsync(video => video.TakePoster(code), "poster")
            : await RefuseAsync("poster", Texts[saved.Refusal.TextKey()]);
    }

    public Task<IActionResult> OnPostHideAsync() => ChangeAsync(video => video.Hidden = true, "hidden");

    public Task<IActionResult> OnPostShowAsync() => ChangeAsync(video => video.Hidden = false, "shown");

    /// <summary>Its orders stay and still say which video brought them; its address answers no more.</summary>
    public async Task<IActionResult> OnPostRemoveAsync() =>
        await change.RunAsync(await shops.GetAsync(Cancel), Code, video => db.Remove(video), Cancel) ? LocalRedirect("/sell/videos?removed=true") : NotFound();

    protected override Task LoadAsync() => FindAsync();

    private async Task<bool> FindAsync()
    {
        var shop = await shops.GetAsync(Cancel);
        if (await videos.FindAsync(shop.Id, Code, Cancel) is not { } found) return false;
        Video = found;
        Input.Caption ??= ModelState.ContainsKey("Input.Caption") ? "" : found.Caption;
        Goods = await goods.OfShopAsync(shop.Id, MostGoods, Cancel);
        return true;
    }

    private async Task<IActionResult> ChangeAsync(Action<Video> what, string done) =>
        await change.RunAsync(await shops.GetAsync(Cancel), Code, what, Cancel) ? LocalRedirect($"/sell/videos/{Code}?done={done}") : NotFound();

    public sealed class Words
    {
        public string? Caption { get; set; }

        internal string OneLine => string.Join(' ', ShareLinks.RemoveInvisible(Caption ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    internal sealed class Validator : AbstractValidator<Words>
    {
        public Validator(Texts texts) => RuleFor(input => input.Caption).Must((input, _) => input.OneLine.Length <= ShareCaption.MaxLength).WithMessage(_ => texts["sellvideos.caption_long", ShareCaption.MaxLength]);
    }
}
