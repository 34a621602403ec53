using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Orders.Model;

internal sealed class Parcel
{
    public const int WaybillLength = 32;

    public long Id { get; init; }

    public long OrderId { get; init; }

    /// <summary>Key of the carrier.</summary>
    public required string Carrier { get; init; }

    public required string Waybill { get; init; }

    public required DateTime ShippedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Parcel>
    {
        public void Configure(EntityTypeBuilder<Parcel> builder)
        {
            builder.ToTable("Parcels");
            builder.Property(parcel => parcel.Carrier).HasMaxLength(20);
            builder.Property(parcel => parcel.Waybill).HasMaxLength(WaybillLength);
            builder.HasIndex(parcel => parcel.OrderId);
        }
    }
}
