using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Orders.Model;

/// <summary>One step of an order: where to, when, by whom.</summary>
internal sealed class OrderMove
{
    public const int ReasonLength = 200;

    public long Id { get; init; }

    public long OrderId { get; init; }

    public required OrderState To { get; init; }

    public required DateTime At { get; init; }

    public required Mover By { get; init; }

    public required long? AccountId { get; init; }

    /// <summary>Why it was cancelled, in the words of whoever did; null for other moves.</summary>
    public required string? Reason { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OrderMove>
    {
        public void Configure(EntityTypeBuilder<OrderMove> builder)
        {
            builder.ToTable("OrderMoves");
            builder.Property(move => move.Reason).HasMaxLength(ReasonLength);
            builder.HasIndex(move => move.OrderId);
        }
    }
}
