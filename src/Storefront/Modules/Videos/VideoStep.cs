using Storefront.Data;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>A video tells about something.</summary>
internal sealed class VideoStep(StoreDb db) : IShopStep
{
    public string Key => "video";

    public int Order => 20;

    public string Path => "/sell/videos";

    public IQueryable<int> Done(long shopId) =>
        db.Videos.Where(video => video.ShopId == shopId && video.Ties.Count > 0).Select(video => video.ShopId == shopId ? Order : 0).Take(1);
}
