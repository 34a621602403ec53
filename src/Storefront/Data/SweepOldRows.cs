using Microsoft.EntityFrameworkCore;
using Storefront.Data.Events;
using Storefront.Shared;

namespace Storefront.Data;

/// <summary>Forgets form receipts nobody can send again and outbox rows handled long ago.</summary>
[Every(seconds: 3_600)]
internal sealed class SweepOldRows(StoreDb db, TimeProvider clock) : ITimedWork
{
    private static readonly TimeSpan KeepReceipts = TimeSpan.FromDays(7);
    private static readonly TimeSpan KeepHandled = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (receipts, handled) = (now - KeepReceipts, now - KeepHandled);
            await db.Set<FormReceipt>().Where(receipt => receipt.At < receipts).ExecuteDeleteAsync(token);
            await db.Set<OutboxRow>().Where(row => row.HandledAt < handled).ExecuteDeleteAsync(token);
        },
        cancel);
}
