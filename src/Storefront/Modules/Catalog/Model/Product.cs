using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Model;

internal enum ProductState { Draft, Published, Hidden, Blocked }

/// <summary>A number and not a bool: SQLite takes an index for a comparison only, and a bare bool is none.</summary>
internal enum Showing { Away, OnShow }

/// <summary>
/// Something a shop sells, in one or more sizes. What lists show of it (cheapest size, cover, last harvest, whether it is on show)
/// is kept on the row itself, so that a list reads one table.
/// </summary>
internal sealed class Product
{
    public const int NameLength = 60;
    public const int DescriptionLength = 2_000;
    public const int StorageLength = 60;
    public const int GuessedLength = 800;
    public const int MostPhotos = 9;
    public const int MostVariants = 12;

    public long Id { get; init; }

    public required string Code { get; init; }

    public required long ShopId { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string Name { get; private set; } = "";

    public string Category { get; private set; } = "other";

    public string Description { get; private set; } = "";

    public string StorageHint { get; private set; } = "";

    public string Origin { get; private set; } = "";

    public ProductState State { get; private set; }

    public bool ShopOpen { get; private set; }

    public Showing Shown { get; private set; }

    /// <summary>Media codes in order; the first is the cover.</summary>
    public List<string> Photos { get; private set; } = [];

    public string? Cover { get; private set; }

    /// <summary>Fields that were filled in by a guess nobody has agreed to yet, one a line; null when all is the seller's own word.</summary>
    public string? Guessed { get; private set; }

    public Money FromPrice { get; private set; }

    public int FromGrams { get; private set; }

    public DateOnly? HarvestedOn { get; private set; }

    public List<Variant> Variants { get; } = [];

    public List<Stock> Stocks { get; } = [];

    public IEnumerable<Variant> Sizes => Variants.Where(variant => !variant.Removed).OrderBy(variant => variant.Position);

    public bool CanPublish => State != ProductState.Blocked && Sizes.Any();

    public void Describe(string name, string category, string description, string storageHint)
    {
        Name = name;
        Category = category;
        Description = description;
        StorageHint = storageHint;
    }

    public void Remember(string? guessed) => Guessed = guessed is { Length: > GuessedLength } ? guessed[..GuessedLength] : guessed;

    public void Illustrate(IReadOnlyList<string> photos)
    {
        Photos = [.. photos.Take(MostPhotos)];
        Cover = Photos.FirstOrDefault();
    }

    /// <summary>Takes over what the product shows of its shop.</summary>
    public void Follow(string origin, bool shopOpen)
    {
        Origin = origin;
        ShopOpen = shopOpen;
        Decide();
    }

    /// <summary>Called after sizes changed.</summary>
    public void Reprice()
    {
        var cheapest = Sizes.MinBy(variant => variant.Price);
        FromPrice = cheapest?.Price ?? Money.Zero;
        FromGrams = cheapest?.NetGrams ?? 0;
    }

    /// <summary>The first units of this size from this batch; later ones move by <see cref="StockMoves"/>.</summary>
    public void Receive(Batch batch, Variant variant, int quantity)
    {
        Stocks.Add(Stock.Receive(this, variant, batch, quantity));
        if (HarvestedOn is null || batch.HarvestedOn > HarvestedOn) HarvestedOn = batch.HarvestedOn;
    }

    public void Publish()
    {
        if (!CanPublish) throw new InvalidOperationException($"Product {Code} in state {State} cannot be published.");
        State = ProductState.Published;
        Decide();
    }

    public void Hide()
    {
        if (State == ProductState.Published) State = ProductState.Hidden;
        Decide();
    }

    /// <summary>The market takes it off sale; its shop cannot put it back.</summary>
    public void Block()
    {
        State = ProductState.Blocked;
        Decide();
    }

    /// <summary>Its shop may publish it again.</summary>
    public void Unblock()
    {
        if (State == ProductState.Blocked) State = ProductState.Hidden;
    }

    private void Decide() => Shown = State == ProductState.Published && ShopOpen ? Showing.OnShow : Showing.Away;

    internal sealed class Mapping : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> builder)
        {
            builder.ToTable("Products");
            builder.Property(product => product.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(product => product.Name).HasMaxLength(NameLength);
            builder.Property(product => product.Category).HasMaxLength(16);
            builder.Property(product => product.Description).HasMaxLength(DescriptionLength);
            builder.Property(product => product.StorageHint).HasMaxLength(StorageLength);
            builder.Property(product => product.Origin).HasMaxLength(60);
            builder.Property(product => product.Cover).HasMaxLength(32);
            builder.Property(product => product.Guessed).HasMaxLength(GuessedLength);
            builder.PrimitiveCollection(product => product.Photos).HasMaxLength(400);
            // Both decide what is on show: an edit that races with a review or a shop's pause must lose.
            builder.Property(product => product.State).IsConcurrencyToken();
            builder.Property(product => product.ShopOpen).IsConcurrencyToken();
            builder.Ignore(product => product.Sizes);
            builder.HasIndex(product => product.Code).IsUnique();
            builder.HasIndex(product => new { product.Shown, product.Id });
            builder.HasIndex(product => new { product.Shown, product.HarvestedOn, product.Id });
            builder.HasIndex(product => new { product.Category, product.Shown, product.Id });
            builder.HasIndex(product => new { product.ShopId, product.Shown, product.Id });
            builder.HasIndex(product => new { product.ShopId, product.Id });
        }
    }
}

internal static class ProductSet
{
    extension(StoreDb db)
    {
        public DbSet<Product> Products => db.Set<Product>();
    }
}
