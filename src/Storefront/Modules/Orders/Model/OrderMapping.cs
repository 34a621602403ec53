using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Orders.Model;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.Property(order => order.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
        builder.Property(order => order.Number).HasMaxLength(Order.NumberLength);
        builder.Property(order => order.CheckoutCode).HasMaxLength(Storefront.Shared.Code.SecretLength);
        builder.Property(order => order.ShopName).HasMaxLength(100);
        builder.Property(order => order.BuyerLanguage).HasMaxLength(10);
        builder.Property(order => order.Note).HasMaxLength(Order.NoteLength);
        builder.Property(order => order.VideoCode).HasMaxLength(Storefront.Shared.Code.PublicLength);
        builder.Property(order => order.State).IsConcurrencyToken();
        builder.ComplexProperty(order => order.Address, address =>
        {
            address.Property(part => part.Name).HasMaxLength(40);
            address.Property(part => part.Phone).HasMaxLength(20);
            address.Property(part => part.RegionCode).HasMaxLength(9);
            address.Property(part => part.Region).HasMaxLength(100);
            address.Property(part => part.Street).HasMaxLength(200);
        });
        builder.Property(order => order.RefundCount).IsConcurrencyToken();
        builder.Property(order => order.ParcelCount).IsConcurrencyToken();
        builder.HasIndex(order => order.Code).IsUnique();
        builder.HasIndex(order => order.Number).IsUnique();
        builder.HasIndex(order => order.CheckoutCode);
        builder.HasIndex(order => new { order.ShopId, order.State, order.Id });
        builder.HasIndex(order => new { order.ShopId, order.PlacedAt });
        builder.HasIndex(order => new { order.BuyerId, order.Id });
        builder.HasIndex(order => new { order.VideoCode, order.PlacedAt });
        builder.HasIndex(order => new { order.State, order.MovedAt });
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Moves).WithOne().HasForeignKey(move => move.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Refunds).WithOne().HasForeignKey(refund => refund.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Parcels).WithOne().HasForeignKey(parcel => parcel.OrderId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class OrderSets
{
    extension(StoreDb db)
    {
        public DbSet<Order> Orders => db.Set<Order>();
    }

    /// <summary>With lines, moves and parcels.</summary>
    public static IQueryable<Order> Whole(this IQueryable<Order> orders) =>
        orders.Include(order => order.Lines).Include(order => order.Moves).Include(order => order.Parcels).ThenInclude(parcel => parcel.Lines).AsSingleQuery();
}
