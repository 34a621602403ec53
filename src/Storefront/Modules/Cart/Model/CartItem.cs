using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Cart.Model;

internal sealed class CartItem
{
    public const int Most = 99;

    public long Id { get; init; }

    public long CartId { get; init; }

    public required string VariantCode { get; init; }

    public int Quantity { get; private set; }

    /// <summary>What one cost when the quantity was set: tells later that the price has moved.</summary>
    public Money PriceSeen { get; private set; }

    /// <summary>The video by which the visitor came when it was put in; null: by none of the goods' own shop.</summary>
    public string? VideoCode { get; init; }

    public static CartItem Of(string variantCode, int quantity, Money price, string? video)
    {
        var item = new CartItem { VariantCode = variantCode, VideoCode = video };
        item.Set(quantity, price);
        return item;
    }

    public void Set(int quantity, Money price) => (Quantity, PriceSeen) = (Math.Clamp(quantity, 1, Most), price);

    internal sealed class Mapping : IEntityTypeConfiguration<CartItem>
    {
        public void Configure(EntityTypeBuilder<CartItem> builder)
        {
            builder.ToTable("CartItems");
            builder.Property(item => item.VariantCode).HasMaxLength(Code.PublicLength);
            builder.Property(item => item.VideoCode).HasMaxLength(Code.PublicLength);
            builder.HasIndex(item => new { item.CartId, item.VariantCode }).IsUnique();
        }
    }
}
