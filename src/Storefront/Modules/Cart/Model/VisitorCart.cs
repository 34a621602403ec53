using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Cart.Model;

/// <summary>What one visitor means to buy. A guest's cart is found by the secret key in a cookie, an account's by the account.</summary>
internal sealed class VisitorCart
{
    public const int MostLines = 50;

    public long Id { get; init; }

    public required string Key { get; init; }

    public long? AccountId { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public List<CartItem> Items { get; } = [];

    public bool IsFull => Items.Count >= MostLines;

    /// <summary>Whether the first goods by this video are about to be put in.</summary>
    public bool IsFirstBy(string? video, string variantCode) => video is not null && Find(variantCode) is null && !Items.Exists(item => item.VideoCode == video);

    public CartItem? Find(string variantCode) => Items.Find(item => item.VariantCode == variantCode);

    /// <summary>The guest has signed in and had no cart there.</summary>
    public void BelongTo(long accountId) => AccountId = accountId;

    /// <param name="video">Counts for a line that is new: what lies in the cart already came as it came.</param>
    public void Set(string variantCode, int quantity, Money price, DateTime at, string? video = null)
    {
        if (Find(variantCode) is { } known) known.Set(quantity, price);
        else Items.Add(CartItem.Of(variantCode, quantity, price, video));
        ChangedAt = at;
    }

    public void Remove(IReadOnlyCollection<string> variantCodes, DateTime at)
    {
        Items.RemoveAll(item => variantCodes.Contains(item.VariantCode));
        ChangedAt = at;
    }

    /// <summary>Takes over a guest's lines. Of a line that both have, the larger quantity stays, so that doing it twice changes nothing.</summary>
    public void Take(VisitorCart guest, DateTime at)
    {
        foreach (var item in guest.Items)
        {
            if (IsFull && Find(item.VariantCode) is null) continue;
            Set(item.VariantCode, Math.Max(item.Quantity, Find(item.VariantCode)?.Quantity ?? 0), item.PriceSeen, at, item.VideoCode);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<VisitorCart>
    {
        public void Configure(EntityTypeBuilder<VisitorCart> builder)
        {
            builder.ToTable("Carts");
            builder.Property(cart => cart.Key).HasMaxLength(Code.SecretLength);
            builder.HasIndex(cart => cart.Key).IsUnique();
            builder.HasIndex(cart => cart.AccountId).IsUnique();
            builder.HasIndex(cart => cart.ChangedAt);
            builder.HasMany(cart => cart.Items).WithOne().HasForeignKey(item => item.CartId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CartSets
{
    extension(StoreDb db)
    {
        public DbSet<VisitorCart> Carts => db.Set<VisitorCart>();

        public DbSet<CartItem> CartItems => db.Set<CartItem>();
    }
}
