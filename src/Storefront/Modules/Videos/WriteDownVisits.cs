using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Model;

namespace Storefront.Modules.Videos;

/// <summary>Adds what this node has counted to the days of the videos. What could not be written stays counted.</summary>
internal sealed class WriteDownVisits(StoreDb db, VisitBook book)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var taken = book.Take();
        if (taken.Count == 0) return;
        var written = false;
        try
        {
            await db.WriteAsync(token => AddAsync(taken, token), cancel);
            written = true;
        }
        finally
        {
            if (!written) book.PutBack(taken);
        }
    }

    private async Task AddAsync(IReadOnlyList<VisitBook.Counted> taken, CancellationToken cancel)
    {
        string[] codes = [.. taken.Select(one => one.Code).Distinct(StringComparer.Ordinal)];
        var ids = await db.Videos.Where(video => codes.Contains(video.Code)).Select(video => new { video.Code, Id = video.SameAsId ?? video.Id }).ToDictionaryAsync(video => video.Code, video => video.Id, StringComparer.Ordinal, cancel);
        // A video that was deleted meanwhile has nothing to be told any more; two addresses may show one video.
        foreach (var day in taken.Where(one => ids.ContainsKey(one.Code)).GroupBy(one => (Video: ids[one.Code], one.Day)))
        {
            var (visits, carts) = (day.Sum(one => one.Tally.Visits), day.Sum(one => one.Tally.Carts));
            var known = await db.VideoDays.Where(row => row.VideoId == day.Key.Video && row.Day == day.Key.Day).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Visits, row => row.Visits + visits).SetProperty(row => row.Carts, row => row.Carts + carts), cancel);
            if (known == 0) db.Add(new VideoDay { VideoId = day.Key.Video, Day = day.Key.Day, Visits = visits, Carts = carts });
        }
    }
}
