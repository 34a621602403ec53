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
        foreach (var (code, day, tally) in taken)
        {
            // A video that was deleted meanwhile has nothing to be told any more.
            if (!ids.TryGetValue(code, out var id)) continue;
            var known = await db.VideoDays.Where(row => row.VideoId == id && row.Day == day).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Visits, row => row.Visits + tally.Visits).SetProperty(row => row.Carts, row => row.Carts + tally.Carts), cancel);
            if (known == 0) db.Add(new VideoDay { VideoId = id, Day = day, Visits = tally.Visits, Carts = tally.Carts });
        }
    }
}
