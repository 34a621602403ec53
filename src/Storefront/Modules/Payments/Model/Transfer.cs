using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

/// <summary>Mismatch: something came, and it is not the sum. Returned: it went back, and the attempt gets no money.</summary>
internal enum TransferState { Waiting, Mismatch, Received, Closed, Returned }

/// <summary>Money that comes by hand: what a vendor would keep of a charge. It knows the shop only by the attempt's code and sum.</summary>
internal sealed class Transfer
{
    public long Id { get; init; }

    /// <summary>What the payer writes on the transfer.</summary>
    public required string Code { get; init; }

    public required string Attempt { get; init; }

    public required Money Amount { get; init; }

    public required string Currency { get; init; }

    public required string Title { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public TransferState State { get; private set; }

    /// <summary>All that came, several pieces together.</summary>
    public Money Received { get; private set; }

    /// <summary>What was asked to go back of it, less what could not be sent.</summary>
    public Money AskedBack { get; private set; }

    /// <summary>Counts the moves: two people at once cannot both write.</summary>
    public int Version { get; private set; }

    public List<TransferMove> Moves { get; } = [];

    public List<PayerProof> Proofs { get; } = [];

    public Sum Sum => new(Amount, Currency);

    /// <summary>What is late is written down as well: it came, and must go back.</summary>
    public bool MayReceive => State is TransferState.Waiting or TransferState.Mismatch or TransferState.Closed;

    /// <summary>Somebody still looks for the money: what the payer shows helps.</summary>
    public bool MayBeShown => State is TransferState.Waiting or TransferState.Mismatch;

    public bool MayReturn => State == TransferState.Mismatch;

    public PaymentSeen Seen => State switch
    {
        TransferState.Mismatch or TransferState.Received => new(Attempt, PaymentStatus.Paid, new(Received, Currency), Code),
        TransferState.Closed => new(Attempt, PaymentStatus.Expired, VendorReference: Code),
        TransferState.Returned => new(Attempt, PaymentStatus.Failed, VendorReference: Code, Why: "sent back"),
        _ => new(Attempt, PaymentStatus.Waiting, VendorReference: Code),
    };

    public TransferMove Receive(Money amount, string proof, long by, DateTime now)
    {
        if (!MayReceive || amount <= Money.Zero) throw new InvalidOperationException($"Transfer {Code} is {State} and takes no {amount}.");
        Received += amount;
        Become(Received == Amount ? TransferState.Received : TransferState.Mismatch);
        return Add(TransferMove.Done(this, MoveKind.Receipt, amount, proof, by, now));
    }

    public TransferMove Return(string proof, long by, DateTime now)
    {
        if (!MayReturn) throw new InvalidOperationException($"Transfer {Code} is {State}: there is nothing to be returned.");
        Become(TransferState.Returned);
        return Add(TransferMove.Done(this, MoveKind.Return, Received, proof, by, now));
    }

    public void Close()
    {
        if (State == TransferState.Waiting) Become(TransferState.Closed);
    }

    /// <summary>Null: there is not so much left.</summary>
    public TransferMove? AskBack(string refund, Money amount, DateTime now)
    {
        if (State != TransferState.Received || amount <= Money.Zero || AskedBack + amount > Received) return null;
        AskedBack += amount;
        Become(State);
        return Add(TransferMove.Asked(this, refund, amount, now));
    }

    /// <summary>A refund could not be sent: it is free to be asked for again. Null: there is none of this code any more.</summary>
    public TransferMove? GiveUp(string refund, string why, long by, DateTime now)
    {
        if (Moves.Find(move => move.Refund == refund && move.DoneAt is null) is not { } asked) return null;
        asked.Refuse(why, by, now);
        AskedBack -= asked.Amount;
        Become(State);
        return asked;
    }

    /// <summary>All of the payer's pictures must be loaded. Of two that come at once one looks again.</summary>
    public void Show(string picture, string? note, DateTime now)
    {
        if (!MayBeShown || Proofs.Count >= PayerProof.Most) throw new InvalidOperationException($"Transfer {Code} is {State} with {Proofs.Count} pictures and takes no more.");
        Proofs.Add(new() { Transfer = this, Picture = picture, Note = note, SentAt = now });
        Become(State);
    }

    private TransferMove Add(TransferMove move)
    {
        Moves.Add(move);
        return move;
    }

    private void Become(TransferState state)
    {
        State = state;
        Version++;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Transfer>
    {
        public void Configure(EntityTypeBuilder<Transfer> builder)
        {
            builder.ToTable("Transfers");
            builder.Property(transfer => transfer.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(transfer => transfer.Attempt).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(transfer => transfer.Currency).HasMaxLength(3);
            builder.Property(transfer => transfer.Title).HasMaxLength(120);
            builder.Property(transfer => transfer.Version).IsConcurrencyToken();
            builder.Ignore(transfer => transfer.Sum).Ignore(transfer => transfer.Seen);
            builder.HasIndex(transfer => transfer.Code).IsUnique();
            builder.HasIndex(transfer => transfer.Attempt).IsUnique();
            builder.HasIndex(transfer => new { transfer.State, transfer.CreatedAt });
        }
    }
}
