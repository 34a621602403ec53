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

    /// <summary>Pieces the buyer is to get, in whatever parcel.</summary>
    public int ToSend => Quantity - Withdrawn;

    public void Withdraw(int pieces) => Withdrawn += pieces;

    /// <summary>Pieces that are in a parcel.</summary>
    public int Sent { get; private set; }

    /// <summary>Pieces that wait to be packed.</summary>
    public int Left => ToSend - Sent;

    public void Send(int pieces) => Sent += pieces;

    /// <summary>What the scale said of the pieces that were to be sent; null where nobody has weighed them.</summary>
    public int? WeighedGrams { get; private set; }

    /// <summary>What the pieces that wait should weigh.</summary>
    public int OrderedGrams => NetGrams * Left;

    /// <summary>Once, and before any of it leaves: what is missing goes back at that moment.</summary>
    public bool MayWeigh => WeighedGrams is null && Sent == 0 && OrderedGrams > 0;

    public void Weigh(int grams) => WeighedGrams = grams;

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
            builder.Property(line => line.WeighedGrams).IsConcurrencyToken();
            builder.HasIndex(line => line.OrderId);
            builder.HasIndex(line => line.BatchId);
        }
    }
}
