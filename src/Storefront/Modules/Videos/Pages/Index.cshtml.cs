using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages;

/// <summary>The newest videos of all open shops.</summary>
[PublicPage("videos", QueryKeys = "page")]
internal sealed class Index(IVideos videos, IShops shops) : StorePage
{
    public Page<VideoCard> List { get; private set; } = Page<VideoCard>.Empty;

    public IReadOnlyDictionary<long, ShopCard> Shops { get; private set; } = new Dictionary<long, ShopCard>();

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        List = await videos.NewestAsync(number, Cancel);
        Shops = await shops.FindManyAsync([.. List.Items.Select(video => video.ShopId).Distinct()], Cancel);
    }
}
