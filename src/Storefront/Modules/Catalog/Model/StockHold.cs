using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Catalog.Model;

internal enum HoldState { Held, Sold, Released }

/// <summary>Units of one stock row kept for one checkout until it is paid, given up or too late.</summary>
internal sealed class StockHold
{
    public const int CheckoutCodeLength = 32;

    public long Id { get; init; }

    public required string CheckoutCode { get; init; }

    public required long StockId { get; init; }

    public Stock Stock { get; init; } = null!;

    public int Quantity { get; private set; }

    public DateTime Until { get; private set; }

    public HoldState State { get; private set; }

    /// <summary>Holds so many units more, or again after they went back.</summary>
    public void Add(int quantity, DateTime until)
    {
        if (State == HoldState.Sold) throw new InvalidOperationException($"Checkout {CheckoutCode} has been sold already.");
        Quantity = State == HoldState.Held ? Quantity + quantity : quantity;
        State = HoldState.Held;
        Until = until;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StockHold>
    {
        public void Configure(EntityTypeBuilder<StockHold> builder)
        {
            builder.ToTable("StockHolds");
            builder.Property(hold => hold.CheckoutCode).HasMaxLength(CheckoutCodeLength);
            builder.Property(hold => hold.State).IsConcurrencyToken();
            builder.HasIndex(hold => new { hold.CheckoutCode, hold.StockId }).IsUnique();
            builder.HasIndex(hold => new { hold.State, hold.Until });
            builder.HasOne(hold => hold.Stock).WithMany().HasForeignKey(hold => hold.StockId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class StockHoldSet
{
    extension(StoreDb db)
    {
        public DbSet<StockHold> StockHolds => db.Set<StockHold>();
    }
}
