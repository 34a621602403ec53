using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal enum TransferList { Waiting, Back, Over }

/// <summary>The market's people's work with transfers: what may come in, what they must send back, what is over.</summary>
internal sealed class ListTransfers(StoreDb db)
{
    /// <param name="Proofs">How many pictures the payer has sent.</param>
    /// <param name="Refund">The shop's code of a refund that is to be sent.</param>
    internal sealed record Row(string Code, string Title, Money Amount, Money Received, TransferState State, DateTime CreatedAt, int Proofs, string? Refund = null);

    public async Task<Page<Row>> RunAsync(TransferList which, int page, CancellationToken cancel)
    {
        var rows = which switch
        {
            TransferList.Back => db.TransferMoves.AsNoTracking().Where(move => move.Kind == MoveKind.Refund && move.DoneAt == null).OrderBy(move => move.CreatedAt).ThenBy(move => move.Id)
                .Select(move => new Row(move.Transfer.Code, move.Transfer.Title, move.Amount, move.Transfer.Received, move.Transfer.State, move.CreatedAt, 0, move.Refund)),
            TransferList.Waiting => Rows(db.Transfers.Where(transfer => transfer.State <= TransferState.Mismatch).OrderBy(transfer => transfer.State).ThenBy(transfer => transfer.CreatedAt).ThenBy(transfer => transfer.Id)),
            _ => Rows(db.Transfers.Where(transfer => transfer.State > TransferState.Mismatch).OrderByDescending(transfer => transfer.Id)),
        };
        return (await rows.Take(page, Paging.Size).ToListAsync(cancel)).ToPage(page, Paging.Size);
    }

    private static IQueryable<Row> Rows(IQueryable<Transfer> transfers) => transfers.AsNoTracking()
        .Select(transfer => new Row(transfer.Code, transfer.Title, transfer.Amount, transfer.Received, transfer.State, transfer.CreatedAt, transfer.Proofs.Count, null));
}
