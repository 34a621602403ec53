using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Admin;

/// <summary>Short links of videos that nobody could resolve, the latest first, and a button to ask again.</summary>
internal sealed class Lookups(StoreDb db, IShops shops, VideoOptions options, RetryLookup retry) : StorePage
{
    public bool IsOn => options.Resolve;

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public IReadOnlyDictionary<long, ShopCard> Shops { get; private set; } = new Dictionary<long, ShopCard>();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? code) =>
        code is not null && await retry.RunAsync(code, Cancel) ? LocalRedirect("/admin/videos") : await RefuseAsync("", Texts["videolinks.admin.gone"]);

    protected override async Task LoadAsync()
    {
        List = (await db.Videos.AsNoTracking()
            .Where(video => video.Kind == VideoKind.ShortLink && video.Lookup == LookupState.GaveUp)
            .OrderByDescending(video => video.LookupAt).ThenByDescending(video => video.Id)
            .Select(video => new Row(video.Code, video.Platform, video.Canonical, video.Caption, video.LookupFailure.ToString(), video.LookupAt, video.ShopId))
            .Take(Number, Paging.Size).ToListAsync(Cancel)).ToPage(Number, Paging.Size);
        Shops = await shops.FindManyAsync([.. List.Items.Select(row => row.ShopId).Distinct()], Cancel);
    }

    internal sealed record Row(string Code, string Platform, string Canonical, string Caption, string Trouble, DateTime Since, long ShopId);
}
