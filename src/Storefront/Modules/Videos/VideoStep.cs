using Microsoft.EntityFrameworkCore;
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

    public Task<bool> IsDoneAsync(long shopId, CancellationToken cancel) =>
        db.Videos.AnyAsync(video => video.ShopId == shopId && video.Ties.Count > 0, cancel);
}
