using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Catalog.Model;

/// <summary>
/// How much of one size there is from one batch. After it is made the numbers move by single conditional statements only,
/// never through a tracked entity, so that no two writers can both take the last jar; the database checks the sums as well.
/// </summary>
internal sealed class Stock
{
    public const int Most = 100_000;

    private Stock() { }

    public long Id { get; init; }

    public long ProductId { get; init; }

    public long VariantId { get; init; }

    public long BatchId { get; init; }

    public Product Product { get; init; } = null!;

    public Variant Variant { get; init; } = null!;

    public Batch Batch { get; init; } = null!;

    public int Received { get; private set; }

    public int OnHand { get; private set; }

    public int Held { get; private set; }

    public int Sold { get; private set; }

    public int WrittenOff { get; private set; }

    public static Stock Receive(Product product, Variant variant, Batch batch, int quantity) =>
        new() { Product = product, Variant = variant, Batch = batch, Received = quantity, OnHand = quantity };

    internal sealed class Mapping : IEntityTypeConfiguration<Stock>
    {
        public void Configure(EntityTypeBuilder<Stock> builder)
        {
            builder.ToTable("Stocks", table =>
            {
                table.HasCheckConstraint("CK_Stocks_Available", "Held >= 0 AND OnHand - Held >= 0");
                table.HasCheckConstraint("CK_Stocks_Sum", "Sold >= 0 AND WrittenOff >= 0 AND OnHand = Received - WrittenOff - Sold");
            });
            builder.HasIndex(stock => new { stock.VariantId, stock.BatchId }).IsUnique();
            builder.HasOne(stock => stock.Product).WithMany(product => product.Stocks).HasForeignKey(stock => stock.ProductId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(stock => stock.Variant).WithMany(variant => variant.Stocks).HasForeignKey(stock => stock.VariantId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(stock => stock.Batch).WithMany(batch => batch.Stocks).HasForeignKey(stock => stock.BatchId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class StockSet
{
    extension(StoreDb db)
    {
        public DbSet<Stock> Stocks => db.Set<Stock>();
    }
}
