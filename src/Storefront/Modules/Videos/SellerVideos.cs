using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>A shop's videos as its seller sees them, hidden ones too, with what each has brought.</summary>
internal sealed class SellerVideos(StoreDb db, IVideoSales sales, TimeProvider clock)
{
    public async Task<Page<Row>> ListAsync(long shopId, int page, CancellationToken cancel)
    {
        var rows = await db.Videos.AsNoTracking().Where(video => video.ShopId == shopId && video.SameAsId == null).OrderByDescending(video => video.Id)
            .Select(video => new
            {
                Card = new VideoCard(video.Code, video.Platform, video.Kind.ToString(), video.Canonical, video.Embed, video.Caption, video.PosterCode, video.ShopId),
                video.Hidden,
                Goods = video.Ties.Count,
                Visits = video.Days.Sum(day => day.Visits),
                Carts = video.Days.Sum(day => day.Carts),
            })
            .Take(page, Paging.Size).ToListAsync(cancel);
        var sold = await sales.OfVideosAsync(shopId, [.. rows.Select(row => row.Card.Code)], cancel);
        return rows.ToPage(page, Paging.Size).Map(row => new Row(row.Card, row.Hidden, row.Goods, new(row.Visits, row.Carts, sold.GetValueOrDefault(row.Card.Code, Sold.Nothing))));
    }

    /// <summary>One of the shop's videos with its ties; null when it has none of this code.</summary>
    public Task<Video?> FindAsync(long shopId, string code, CancellationToken cancel) =>
        db.Videos.AsNoTracking().Include(video => video.Ties).FirstOrDefaultAsync(video => video.Code == code && video.ShopId == shopId, cancel);

    /// <summary>Each of the last days, the oldest first, of one video or (null) of all of the shop's.</summary>
    public async Task<IReadOnlyList<OnDay>> ByDayAsync(long shopId, string? code, int days, CancellationToken cancel)
    {
        var from = LocalTime.Today(clock).AddDays(1 - days);
        var counted = await db.Videos.AsNoTracking().Where(video => video.ShopId == shopId && (code == null || video.Code == code))
            .SelectMany(video => video.Days).Where(day => day.Day >= from)
            .GroupBy(day => day.Day)
            .Select(day => new { Day = day.Key, Visits = day.Sum(row => row.Visits), Carts = day.Sum(row => row.Carts) })
            .ToDictionaryAsync(day => day.Day, cancel);
        var sold = (await sales.ByDayAsync(shopId, code, from, cancel)).ToDictionary(day => day.Day, day => day.Sold);
        return [.. Enumerable.Range(0, days).Select(from.AddDays).Select(day => new OnDay(
            day, new(counted.GetValueOrDefault(day)?.Visits ?? 0, counted.GetValueOrDefault(day)?.Carts ?? 0, sold.GetValueOrDefault(day, Sold.Nothing))))];
    }

    /// <param name="Goods">How many goods it tells about.</param>
    internal sealed record Row(VideoCard Card, bool Hidden, int Goods, Brought Brought);

    internal sealed record OnDay(DateOnly Day, Brought Brought);
}

/// <summary>What a video has brought, in all or on a day.</summary>
internal sealed record Brought(int Visits, int Carts, Sold Sold)
{
    public static readonly Brought Nothing = new(0, 0, Sold.Nothing);

    public bool IsNothing => this == Nothing;

    public static Brought operator +(Brought a, Brought b) => new(a.Visits + b.Visits, a.Carts + b.Carts, new(a.Sold.Orders + b.Sold.Orders, a.Sold.Sum + b.Sold.Sum));
}
