using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Model;

/// <summary>So many of one variant from one batch, with everything as it was when it was bought.</summary>
internal sealed class OrderLine
{
    public long Id { get; init; }

    public long OrderId { get; init; }

    public required long VariantId { get; init; }

    public required string VariantCode { get; init; }

    public required string ProductCode { get; init; }

    /// <summary>Key of the category it was sold in; the market's commission may go by it.</summary>
    public required string Category { get; init; }

    public required string ProductName { get; init; }

    public required string Label { get; init; }

    public required int NetGrams { get; init; }

    public required string? PhotoCode { get; init; }

    public required Money Price { get; init; }

    public required int Quantity { get; init; }

    public required long BatchId { get; init; }

    public required string BatchCode { get; init; }

    public required DateOnly HarvestedOn { get; init; }

    public required DateOnly BestBefore { get; init; }

    /// <summary>Its batch was recalled after it was bought: not to be eaten.</summary>
    public bool Recalled { get; private set; }

    public void MarkRecalled() => Recalled = true;

    /// <summary>Pieces that were given back before the order left: they are not sent.</summary>
    public int Withdrawn { get; private set; }

    public int ToSend => Quantity - Withdrawn;

    public void Withdraw(int pieces) => Withdrawn += pieces;

    public Money Sum => Price * Quantity;

    internal sealed class Mapping : IEntityTypeConfiguration<OrderLine>
    {
        public void Configure(EntityTypeBuilder<OrderLine> builder)
        {
            builder.ToTable("OrderLines");
            builder.Property(line => line.VariantCode).HasMaxLength(Code.PublicLength);
            builder.Property(line => line.ProductCode).HasMaxLength(Code.PublicLength);
            builder.Property(line => line.Category).HasMaxLength(20);
            builder.Property(line => line.ProductName).HasMaxLength(200);
            builder.Property(line => line.Label).HasMaxLength(100);
            builder.Property(line => line.PhotoCode).HasMaxLength(Code.SecretLength);
            builder.Property(line => line.BatchCode).HasMaxLength(40);
            builder.HasIndex(line => line.OrderId);
            builder.HasIndex(line => line.BatchId);
        }
    }
}
