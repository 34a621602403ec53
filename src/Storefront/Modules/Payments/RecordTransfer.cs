using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>
/// A person writes into the book what came or was sent back, and its notice is kept with it. Payments hear of it by the door that every gateway's notices come in by,
/// and judge the sum themselves; should the program die before, the timer judges what was kept.
/// </summary>
internal sealed class RecordTransfer(StoreDb db, INoticeInbox inbox, IDocuments documents, IAudit audit, TimeProvider clock)
{
    /// <param name="Name">As the last part of the audit log's word.</param>
    /// <param name="Picture">Code of the private picture that proves it; it goes again when nothing was written.</param>
    internal abstract record Act(string Name, long By, string? Picture = null)
    {
        internal sealed record Receipt(Money Amount, string Proof, long By) : Act("receipt", By, Proof);

        internal sealed record Return(string Proof, long By) : Act("return", By, Proof);

        /// <param name="Code">The shop's code of the refund.</param>
        internal sealed record Refund(string Code, string Proof, long By) : Act("refund", By, Proof);

        /// <summary>A refund cannot be sent, and why.</summary>
        internal sealed record Refusal(string Code, string Why, long By) : Act("refusal", By);
    }

    /// <summary>False when the book has moved on: there is nothing of the kind to be written any more.</summary>
    public async Task<bool> RunAsync(string code, Act act, CancellationToken cancel)
    {
        var written = act.Picture is { } picture ? documents.PlaceAsync(picture, () => WriteAsync(code, act, cancel), move => move is not null) : WriteAsync(code, act, cancel);
        if (await written is not { } move) return false;
        var notice = new Notice(Encoding.UTF8.GetBytes(move), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), clock.GetUtcNow().UtcDateTime);
        await inbox.DeliverAsync(ITransferBook.Gateway, notice, CancellationToken.None);
        return true;
    }

    private async Task<string?> WriteAsync(string code, Act act, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var transfer = await db.Transfers.Include(transfer => transfer.Moves).FirstOrDefaultAsync(transfer => transfer.Code == code, token);
                if (transfer is null || Write(transfer, act) is not { } move) return null;
                Keep(transfer, move);
                audit.Stage($"transfer-{act.Name}", $"transfer/{code}", move.Amount.ToString());
                return move.Code;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <summary>Under the id by which the book's own notice is known, so that it is judged once, whoever comes first.</summary>
    private void Keep(Transfer transfer, TransferMove move)
    {
        var told = move.Told(transfer);
        db.Add(GatewayNotice.Of(ITransferBook.Gateway, new(move.Code, told), JsonSerializer.Serialize(told), clock.GetUtcNow().UtcDateTime));
    }

    private TransferMove? Write(Transfer transfer, Act act)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        switch (act)
        {
            case Act.Receipt receipt when transfer.MayReceive:
                return transfer.Receive(receipt.Amount, receipt.Proof, act.By, now);
            case Act.Return back when transfer.MayReturn:
                return transfer.Return(back.Proof, act.By, now);
            case Act.Refund refund when transfer.Moves.FirstOrDefault(move => move.Refund == refund.Code && move.DoneAt is null) is { } asked:
                asked.Confirm(refund.Proof, act.By, now);
                return asked;
            case Act.Refusal refusal:
                return transfer.GiveUp(refusal.Code, refusal.Why, act.By, now);
            default:
                return null;
        }
    }
}
