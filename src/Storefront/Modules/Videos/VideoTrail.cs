using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;

namespace Storefront.Modules.Videos;

internal sealed class VideoTrail(StoreDb db, VisitBook book, IHttpContextAccessor http) : IVideoTrail
{
    public async Task<string?> FindAsync(long shopId, CancellationToken cancel)
    {
        if (http.HttpContext is not { } context || book.CameBy(context.Request) is not { } code) return null;
        return await db.Videos.Where(named => named.Code == code && named.ShopId == shopId)
            .Join(db.Videos, named => named.SameAsId ?? named.Id, video => video.Id, (_, video) => video.Code).FirstOrDefaultAsync(cancel);
    }

    public void CountCart(string code) => book.AddCart(code);
}
