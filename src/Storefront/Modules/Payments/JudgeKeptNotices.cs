using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>Judges notices that were kept when the program died before it could judge them.</summary>
[Every(seconds: 30)]
internal sealed class JudgeKeptNotices(StoreDb db, RecordPayment record, TimeProvider clock) : ITimedWork
{
    private const int Batch = 50;
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - InHand;
        var left = await db.GatewayNotices.AsNoTracking().Where(notice => notice.Outcome == NoticeOutcome.Pending && notice.At < before)
            .OrderBy(notice => notice.At).Take(Batch).ToListAsync(cancel);
        foreach (var notice in left) await record.RunAsync(new(notice.Gateway, notice.Seen, notice.Id), cancel);
    }
}
