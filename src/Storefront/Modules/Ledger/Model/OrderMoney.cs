using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Ledger.Model;

/// <summary>
/// When an order's money becomes available. It holds no sum: sums are the book's. Its version is counted by every booking of the order,
/// so that of two at once (a refund and the release) one looks again.
/// </summary>
internal sealed class OrderMoney
{
    public long Id { get; init; }

    public required string OrderCode { get; init; }

    public required string? OrderNumber { get; init; }

    public required long ShopId { get; init; }

    /// <summary>Null until the order is completed.</summary>
    public DateTime? DueAt { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Where the seller's share lies now.</summary>
    public LedgerAccount SellerAccount => ReleasedAt is null ? LedgerAccount.SellerPayable : LedgerAccount.SellerAvailable;

    /// <summary>Where the fee of the helper who sold it lies now.</summary>
    public LedgerAccount HelperAccount => ReleasedAt is null ? LedgerAccount.HelperFee : LedgerAccount.HelperAvailable;

    public void Complete(DateTime due)
    {
        if (DueAt is not null) return;
        DueAt = due;
        Touch();
    }

    public bool Release(DateTime now)
    {
        if (ReleasedAt is not null || DueAt is not { } due || due > now) return false;
        ReleasedAt = now;
        Touch();
        return true;
    }

    public void Touch() => Version++;

    internal sealed class Mapping : IEntityTypeConfiguration<OrderMoney>
    {
        public void Configure(EntityTypeBuilder<OrderMoney> builder)
        {
            builder.ToTable("OrderMoneys");
            builder.Property(money => money.OrderCode).HasMaxLength(40);
            builder.Property(money => money.OrderNumber).HasMaxLength(40);
            builder.Property(money => money.Version).IsConcurrencyToken();
            builder.Ignore(money => money.SellerAccount);
            builder.Ignore(money => money.HelperAccount);
            builder.HasIndex(money => money.OrderCode).IsUnique();
            builder.HasIndex(money => new { money.ReleasedAt, money.DueAt });
        }
    }
}
