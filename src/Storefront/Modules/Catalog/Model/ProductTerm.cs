using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Catalog.Model;

/// <summary>One word, or part of a word, under which a product is found. Our own index, because neither engine's full text search is in both.</summary>
internal sealed class ProductTerm
{
    public const int TermLength = 32;

    public long Id { get; init; }

    public required string Term { get; init; }

    public long ProductId { get; init; }

    public Product Product { get; init; } = null!;

    internal sealed class Mapping : IEntityTypeConfiguration<ProductTerm>
    {
        public void Configure(EntityTypeBuilder<ProductTerm> builder)
        {
            builder.ToTable("ProductTerms");
            builder.Property(term => term.Term).HasMaxLength(TermLength);
            // Not unique: a collation may hold two of our terms for one ("weiss", "weiß").
            builder.HasIndex(term => new { term.Term, term.ProductId });
            builder.HasOne(term => term.Product).WithMany().HasForeignKey(term => term.ProductId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class ProductTermSet
{
    extension(StoreDb db)
    {
        public DbSet<ProductTerm> ProductTerms => db.Set<ProductTerm>();
    }
}
