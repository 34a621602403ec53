using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>The shop's videos: add one by pasting what the video app copied, and see what each has brought.</summary>
internal sealed class Desk(StoreDb db, IMyShop shops, SellerVideos videos, AttachVideo attach, IPageCache cache) : StorePage
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [FromQuery]
    public bool Removed { get; set; }

    [BindProperty]
    public Pasted Input { get; set; } = new();

    public Page<SellerVideos.Row> List { get; private set; } = Page<SellerVideos.Row>.Empty;

    public Task OnGetAsync(string? text)
    {
        Input.ShareText = text;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var shop = await shops.GetAsync(Cancel);
        var outcome = await attach.RunAsync(shop.Id, productCode: null, Input.ShareText!, posterCode: null, Cancel);
        if (outcome.Video is not { } video) return await RefuseAsync("Input.ShareText", Texts[outcome.RefusalKey!]);
        await db.SaveChangesAsync(Cancel);
        await cache.EvictAsync("videos", $"shop:{shop.Code}");
        return LocalRedirect($"/sell/videos/{video.Code}?done=added");
    }

    protected override async Task LoadAsync() => List = await videos.ListAsync((await shops.GetAsync(Cancel)).Id, Number, Cancel);

    public sealed class Pasted
    {
        public string? ShareText { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Pasted>
    {
        public Validator(Texts texts) => RuleFor(input => input.ShareText).NotEmpty().WithMessage(_ => texts["sellvideos.paste_missing"]);
    }
}
