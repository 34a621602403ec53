using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Model;

/// <summary>One press of "pay": one sum for the orders of one or more sellers. Address and goods stand on the orders.</summary>
internal sealed class PlacedCheckout
{
    public long Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The form's own secret key: however often it is sent, there is one checkout.</summary>
    public required string Key { get; init; }

    public required long? BuyerId { get; init; }

    public required Money Total { get; init; }

    /// <summary>The first payment attempt, where a repeated form is sent as well.</summary>
    public required string Attempt { get; init; }

    public required DateTime PlacedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PlacedCheckout>
    {
        public void Configure(EntityTypeBuilder<PlacedCheckout> builder)
        {
            builder.ToTable("Checkouts");
            builder.Property(checkout => checkout.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(checkout => checkout.Key).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(checkout => checkout.Attempt).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.HasIndex(checkout => checkout.Code).IsUnique();
            builder.HasIndex(checkout => checkout.Key).IsUnique();
        }
    }
}

internal static class CheckoutSets
{
    extension(StoreDb db)
    {
        public DbSet<PlacedCheckout> Checkouts => db.Set<PlacedCheckout>();
    }
}
