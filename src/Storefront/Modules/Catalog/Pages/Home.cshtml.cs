using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

[PublicPage(CacheTags.Goods)]
internal sealed class Home(Shelf shelf, IShops shops, IVideos videos, TimeProvider clock) : StorePage
{
    private const int CardsShown = 8;
    private const int FarmsShown = 5;

    public ShopCard? Story { get; private set; }

    public VideoCard? Video { get; private set; }

    public IReadOnlyList<ProductCard> Harvests { get; private set; } = [];

    public IReadOnlyList<ProductCard> Newest { get; private set; } = [];

    public IReadOnlyList<ShopCard> Farms { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = (await shops.OpenAsync(1, Cancel)).Items;
        var told = (await videos.NewestAsync(1, Cancel)).Items.Where(video => open.Any(shop => shop.Id == video.ShopId)).DistinctBy(video => video.ShopId).ToList();
        // Every farm with a video gets its day on the first page.
        Video = told.Count == 0 ? null : told[LocalTime.Today(clock).DayNumber % told.Count];
        Story = open.FirstOrDefault(shop => Video is null || shop.Id == Video.ShopId);
        Harvests = await shelf.HarvestsAsync(CardsShown, Cancel);
        Newest = (await shelf.NewestAsync(1, CardsShown, Cancel)).Items;
        Farms = [.. open.Take(FarmsShown)];
    }
}
