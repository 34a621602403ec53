using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Model;

/// <summary>A size in which a product is sold. Never deleted, because orders and stock point at it.</summary>
internal sealed class Variant
{
    public const int LabelLength = 40;

    public long Id { get; init; }

    public required string Code { get; init; }

    public long ProductId { get; init; }

    public Product Product { get; init; } = null!;

    public string Label { get; private set; } = "";

    public int NetGrams { get; private set; }

    public Money Price { get; private set; }

    public int Position { get; private set; }

    public bool Removed { get; private set; }

    public List<Stock> Stocks { get; } = [];

    public void Offer(string label, int netGrams, Money price, int position)
    {
        Label = label;
        NetGrams = netGrams;
        Price = price;
        Position = position;
    }

    public void Remove() => Removed = true;

    internal sealed class Mapping : IEntityTypeConfiguration<Variant>
    {
        public void Configure(EntityTypeBuilder<Variant> builder)
        {
            builder.ToTable("Variants");
            builder.Property(variant => variant.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(variant => variant.Label).HasMaxLength(LabelLength);
            builder.HasIndex(variant => variant.Code).IsUnique();
            builder.HasOne(variant => variant.Product).WithMany(product => product.Variants).HasForeignKey(variant => variant.ProductId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class VariantSet
{
    extension(StoreDb db)
    {
        public DbSet<Variant> Variants => db.Set<Variant>();
    }
}
