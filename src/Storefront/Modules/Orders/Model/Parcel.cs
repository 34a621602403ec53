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

    /// <summary>What is in it; nothing where it follows an order that had left already.</summary>
    public List<ParcelLine> Lines { get; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Parcel>
    {
        public void Configure(EntityTypeBuilder<Parcel> builder)
        {
            builder.ToTable("Parcels");
            builder.Property(parcel => parcel.Carrier).HasMaxLength(20);
            builder.Property(parcel => parcel.Waybill).HasMaxLength(WaybillLength);
            builder.HasIndex(parcel => parcel.OrderId);
            builder.HasMany(parcel => parcel.Lines).WithOne().HasForeignKey(line => line.ParcelId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>So many pieces of an order's line are in the parcel.</summary>
internal sealed class ParcelLine
{
    public long Id { get; init; }

    public long ParcelId { get; init; }

    public required long LineId { get; init; }

    public required int Quantity { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ParcelLine>
    {
        public void Configure(EntityTypeBuilder<ParcelLine> builder)
        {
            builder.ToTable("ParcelLines");
            builder.HasIndex(line => line.ParcelId);
            builder.HasIndex(line => line.LineId);
        }
    }
}
