using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>The book of transfers by hand, in tables of its own that no payment points to. Always in a scope of its own, as a vendor's would be.</summary>
internal sealed class TransferBook(FreshWrite write, IServiceScopeFactory scopes, TimeProvider clock) : ITransferBook
{
    public Task<string?> OpenAsync(StartRequest request, CancellationToken cancel) => write.RunAsync(async (db, _, token) =>
    {
        var known = await db.Transfers.FirstOrDefaultAsync(transfer => transfer.Attempt == request.Attempt, token);
        if (known is not null) return known.Sum == request.Sum ? known.Code : null;
        var opened = new Transfer
        {
            Code = Code.NewPublic(),
            Attempt = request.Attempt,
            Amount = request.Sum.Amount,
            Currency = request.Sum.Currency,
            Title = request.Title,
            ExpiresAt = request.ExpiresAt,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(opened);
        return opened.Code;
    }, cancel);

    public async Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel) =>
        await ReadAsync(db => db.Transfers.AsNoTracking().FirstOrDefaultAsync(transfer => transfer.Attempt == charge.Attempt, cancel)) is { } transfer
            ? transfer.Seen
            : new(charge.Attempt, PaymentStatus.NotFound);

    public Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel) => write.RunAsync(async (db, _, token) =>
    {
        var transfer = await db.Transfers.FirstOrDefaultAsync(transfer => transfer.Attempt == charge.Attempt, token);
        transfer?.Close();
        return transfer switch
        {
            null => CloseVerdict.NotFound,
            { State: TransferState.Mismatch or TransferState.Received } => CloseVerdict.AlreadyPaid,
            _ => CloseVerdict.Closed,
        };
    }, cancel);

    public Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel) => write.RunAsync(async (db, _, token) =>
    {
        var known = await db.TransferMoves.Include(move => move.Transfer).FirstOrDefaultAsync(move => move.Refund == request.Refund, token);
        if (known is not null) return known.RefundSeen(known.Transfer);
        var transfer = await db.Transfers.FirstOrDefaultAsync(transfer => transfer.Attempt == request.Charge.Attempt, token);
        if (transfer is not null && request.Sum.Currency == transfer.Currency && transfer.AskBack(request.Refund, request.Sum.Amount, clock.GetUtcNow().UtcDateTime) is { } move)
            return move.RefundSeen(transfer);
        return new(request.Charge.Attempt, request.Refund, RefundStatus.Failed, Why: "more than came");
    }, cancel);

    public async Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel) =>
        await ReadAsync(db => db.TransferMoves.AsNoTracking().Include(move => move.Transfer).FirstOrDefaultAsync(move => move.Refund == request.Refund, cancel)) is { } known
            ? known.RefundSeen(known.Transfer)
            : new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown);

    public async Task<Observation?> HappenedAsync(string code, CancellationToken cancel) =>
        await ReadAsync(db => db.TransferMoves.AsNoTracking().Include(move => move.Transfer).FirstOrDefaultAsync(move => move.Code == code && move.DoneAt != null, cancel)) is { } done
            ? done.Told(done.Transfer)
            : null;

    private async Task<T> ReadAsync<T>(Func<StoreDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<StoreDb>());
    }
}
