using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// A gateway's notice: verified by its adapter, kept, and only then judged. When anything breaks before the judgement is saved the sender gets no reply
/// of acceptance and sends again; an event kept but not judged is judged by the next one that comes, or by the timer.
/// </summary>
internal sealed class ReceiveNotice(GatewayBook book, FreshWrite write, RecordPayment record, TimeProvider clock, ILogger<ReceiveNotice> log)
{
    /// <summary>The exact reply for the sender; null when there is no such gateway.</summary>
    public async Task<Reply?> RunAsync(string gateway, Notice notice, CancellationToken cancel)
    {
        if (!book.IsReady(gateway)) return null;
        var received = await book.Find(gateway)!.ReceiveAsync(notice, cancel);
        switch (received)
        {
            case Received.Rejected rejected:
                log.LogWarning("A notice for {Gateway} was rejected: {Why}", gateway, rejected.Why);
                break;
            case Received.Ignored ignored:
                log.LogInformation("A notice of {Gateway} was ignored: {Why}", gateway, ignored.Why);
                break;
            case Received.Events events:
                // The sender may hang up: what is kept is judged all the same.
                foreach (var happened in events.Happened) await JudgeAsync(gateway, happened, events.Redacted);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows what {received.GetType()} is.");
        }
        return received.Reply;
    }

    private async Task JudgeAsync(string gateway, GatewayEvent happened, string redacted)
    {
        var id = await write.RunAsync((db, _, token) => KeepAsync(db, gateway, happened, redacted, token), CancellationToken.None);
        await record.RunAsync(new(gateway, happened.What, id), CancellationToken.None);
    }

    /// <summary>Of two that come at once one loses against the unique index; <see cref="FreshWrite"/> lets it look again and it finds the other's row.</summary>
    private async Task<long> KeepAsync(StoreDb db, string gateway, GatewayEvent happened, string redacted, CancellationToken cancel)
    {
        var known = await db.GatewayNotices.Where(notice => notice.Gateway == gateway && notice.EventId == happened.Id).Select(notice => notice.Id).FirstOrDefaultAsync(cancel);
        if (known != 0) return known;
        var kept = GatewayNotice.Of(gateway, happened, redacted, clock.GetUtcNow().UtcDateTime);
        db.Add(kept);
        await db.SaveChangesAsync(cancel);
        return kept.Id;
    }
}
