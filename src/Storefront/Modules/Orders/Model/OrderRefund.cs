using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Model;

/// <summary>
/// What was given back of an order at one time, for its lines and its freight. Written once; the sum of these rows is what "refunded" means,
/// whoever gave it back and why. How far the money has come is Payments' to say, by the key.
/// </summary>
internal sealed class OrderRefund : IAppendOnly
{
    public const int KeyLength = 40;

    public long Id { get; init; }

    public long OrderId { get; init; }

    /// <summary>The refund's key at Payments.</summary>
    public required string Key { get; init; }

    public required Money Freight { get; init; }

    public required Mover By { get; init; }

    public required long? AccountId { get; init; }

    /// <summary>In the words of whoever gave it back, for the buyer to read.</summary>
    public required string? Reason { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Its pieces went back on the shelf.</summary>
    public required bool Restocked { get; init; }

    public List<OrderRefundLine> Lines { get; } = [];

    public Money Goods => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Goods);

    public Money Sum => Goods + Freight;

    internal sealed class Mapping : IEntityTypeConfiguration<OrderRefund>
    {
        public void Configure(EntityTypeBuilder<OrderRefund> builder)
        {
            builder.ToTable("OrderRefunds");
            builder.Property(refund => refund.Key).HasMaxLength(KeyLength);
            builder.Property(refund => refund.Reason).HasMaxLength(OrderMove.ReasonLength);
            builder.HasIndex(refund => refund.Key).IsUnique();
            builder.HasIndex(refund => refund.OrderId);
            builder.HasMany(refund => refund.Lines).WithOne().HasForeignKey(line => line.RefundId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A line's part of a refund.</summary>
internal sealed class OrderRefundLine : IAppendOnly
{
    public long Id { get; init; }

    public long RefundId { get; init; }

    public required long LineId { get; init; }

    /// <summary>So many pieces are given back whole; none where it is a part of the price only.</summary>
    public required int Quantity { get; init; }

    public required Money Goods { get; init; }

    /// <summary>So much less than ordered the line weighed; null where it is about something else.</summary>
    public int? ShortGrams { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OrderRefundLine>
    {
        public void Configure(EntityTypeBuilder<OrderRefundLine> builder)
        {
            builder.ToTable("OrderRefundLines");
            builder.HasIndex(line => line.RefundId);
            builder.HasIndex(line => line.LineId);
        }
    }
}

internal static class OrderRefundSets
{
    extension(StoreDb db)
    {
        public DbSet<OrderRefund> OrderRefunds => db.Set<OrderRefund>();
    }

    /// <summary>With everything that says what can still be given back.</summary>
    public static IQueryable<Order> WithRefunds(this IQueryable<Order> orders) =>
        orders.Include(order => order.Lines).Include(order => order.Refunds).ThenInclude(refund => refund.Lines).AsSplitQuery();
}
