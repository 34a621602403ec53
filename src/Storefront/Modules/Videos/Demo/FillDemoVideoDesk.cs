using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Demo;

/// <summary>Two weeks of visits to the demo market's videos, one short link that nobody could resolve, and one live show that is announced.</summary>
internal sealed class FillDemoVideoDesk(StoreDb db, IShops shops, AttachVideo attach, AnnounceLive announce, TimeProvider clock) : IDemoStep
{
    private const int DaysBack = 14;
    private const string Short = "2.17 复制打开抖音，看看【远山蜂园的作品】今早取的蜂王浆 # 蜂王浆 https://v.douyin.com/iFm2Kq7xYbz/ 11/20 Wqe:/";
    private const string About = "开箱割冬蜜，教你看结晶";

    public int Order => 34;

    public async Task RunAsync(CancellationToken cancel)
    {
        var today = LocalTime.Today(clock);
        var videos = await db.Videos.AsNoTracking().OrderBy(video => video.Id).Select(video => new { video.Id, video.ShopId }).ToListAsync(cancel);
        foreach (var video in videos)
        {
            for (var back = 0; back < DaysBack; back++)
            {
                var visits = (int)((video.Id * 37 + back * back * 11) % 23) + DaysBack - back;
                db.Add(new VideoDay { VideoId = video.Id, Day = today.AddDays(-back), Visits = visits, Carts = visits / 9 });
            }
        }
        await db.SaveChangesAsync(cancel);
        if (videos.Count == 0 || await shops.FindAsync(videos[0].ShopId, cancel) is not { } shop) return;
        if ((await attach.RunAsync(shop.Id, productCode: null, Short, posterCode: null, cancel)).Video is not { Code: var code }) throw new InvalidOperationException("The short link of the demo market is none.");
        var broken = db.Videos.Local.Single(video => video.Code == code);
        broken.GiveUpLookup(LookupFailure.NoWay, clock.GetUtcNow().UtcDateTime);
        broken.Hidden = true;
        await db.SaveChangesAsync(cancel);
        var saturday = today.AddDays(((int)DayOfWeek.Saturday - (int)today.DayOfWeek + 7) % 7 is var ahead and > 0 ? ahead : 7);
        await announce.RunAsync(shop, new(About, DateTime.SpecifyKind(saturday.ToDateTime(new(19, 0)) - LocalTime.Offset, DateTimeKind.Utc), "douyin", ShareText: null), cancel);
    }
}
