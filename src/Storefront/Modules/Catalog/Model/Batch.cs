using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Catalog.Model;

/// <summary>What was harvested or made at one time and place; every unit sold comes from one.</summary>
internal sealed class Batch
{
    public const int PlaceLength = 60;

    public long Id { get; init; }

    public required string Code { get; init; }

    public long ProductId { get; init; }

    public Product Product { get; init; } = null!;

    public required DateOnly HarvestedOn { get; init; }

    public required DateOnly BestBefore { get; init; }

    public required string Place { get; init; }

    public bool Recalled { get; private set; }

    /// <summary>For good: nothing of it is sold any more, what was paid for and not yet taken is sent back.</summary>
    public void Recall() => Recalled = true;

    public List<Stock> Stocks { get; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Batch>
    {
        public void Configure(EntityTypeBuilder<Batch> builder)
        {
            builder.ToTable("Batches");
            builder.Property(batch => batch.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(batch => batch.Place).HasMaxLength(PlaceLength);
            builder.Property(batch => batch.Recalled);
            builder.HasIndex(batch => batch.Code).IsUnique();
            builder.HasIndex(batch => new { batch.ProductId, batch.HarvestedOn });
            builder.HasOne(batch => batch.Product).WithMany().HasForeignKey(batch => batch.ProductId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class BatchSet
{
    extension(StoreDb db)
    {
        public DbSet<Batch> Batches => db.Set<Batch>();
    }
}
