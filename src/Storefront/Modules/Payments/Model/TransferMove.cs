using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

internal enum MoveKind { Receipt, Return, Refund }

/// <summary>One act in the book of transfers, by whom and with which proof. A refund stands there before anybody has sent it.</summary>
internal sealed class TransferMove
{
    public long Id { get; init; }

    /// <summary>What its notice says: nobody outside knows it.</summary>
    public required string Code { get; init; }

    public long TransferId { get; init; }

    public Transfer Transfer { get; init; } = null!;

    public required MoveKind Kind { get; init; }

    public required Money Amount { get; init; }

    /// <summary>All that had come when this was written.</summary>
    public required Money Total { get; init; }

    /// <summary>The shop's code of a refund.</summary>
    public string? Refund { get; init; }

    /// <summary>Code of the private picture.</summary>
    public string? Proof { get; private set; }

    /// <summary>Why a refund could not be sent: it is over without that money has moved.</summary>
    public string? Refusal { get; private set; }

    public long? AccountId { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DoneAt { get; private set; }

    public static TransferMove Done(Transfer transfer, MoveKind kind, Money amount, string proof, long by, DateTime now)
    {
        var move = Of(transfer, kind, amount, refund: null, now);
        move.Confirm(proof, by, now);
        return move;
    }

    public static TransferMove Asked(Transfer transfer, string refund, Money amount, DateTime now) => Of(transfer, MoveKind.Refund, amount, refund, now);

    public void Confirm(string proof, long by, DateTime now)
    {
        MustBeOpen();
        (Proof, AccountId, DoneAt) = (proof, by, now);
    }

    public void Refuse(string why, long by, DateTime now)
    {
        MustBeOpen();
        (Refusal, AccountId, DoneAt) = (why, by, now);
    }

    public RefundSeen RefundSeen(Transfer transfer)
    {
        var status = this switch { { DoneAt: null } => RefundStatus.Pending, { Refusal: null } => RefundStatus.Succeeded, _ => RefundStatus.Failed };
        return new(transfer.Attempt, Refund, status, new(Amount, transfer.Currency), Refund, Refusal);
    }

    /// <summary>What this act told, also when others have followed it.</summary>
    public Observation Told(Transfer transfer) => Kind switch
    {
        MoveKind.Receipt => new PaymentSeen(transfer.Attempt, PaymentStatus.Paid, new(Total, transfer.Currency), transfer.Code),
        MoveKind.Return => new PaymentSeen(transfer.Attempt, PaymentStatus.Failed, VendorReference: transfer.Code, Why: "sent back"),
        _ => RefundSeen(transfer),
    };

    private void MustBeOpen()
    {
        if (DoneAt is not null) throw new InvalidOperationException($"Move {Id} is over.");
    }

    private static TransferMove Of(Transfer transfer, MoveKind kind, Money amount, string? refund, DateTime now) =>
        new() { Code = Storefront.Shared.Code.NewSecret(), Transfer = transfer, Kind = kind, Amount = amount, Total = transfer.Received, Refund = refund, CreatedAt = now };

    internal sealed class Mapping : IEntityTypeConfiguration<TransferMove>
    {
        public void Configure(EntityTypeBuilder<TransferMove> builder)
        {
            builder.ToTable("TransferMoves");
            builder.Property(move => move.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(move => move.Refund).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(move => move.Proof).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(move => move.Refusal).HasMaxLength(PaymentAttempt.WhyLength);
            builder.Property(move => move.DoneAt).IsConcurrencyToken();
            builder.HasOne(move => move.Transfer).WithMany(transfer => transfer.Moves).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(move => move.Code).IsUnique();
            builder.HasIndex(move => move.Refund).IsUnique();
            builder.HasIndex(move => new { move.Kind, move.DoneAt, move.CreatedAt });
        }
    }
}
