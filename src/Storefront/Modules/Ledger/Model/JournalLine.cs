using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>
/// What one journal means to a shop, order line by order line: the shares that its entries are the sums of, negative where they go back.
/// Over all lines of a shop, mine less paid out is what it has on hold and available.
/// </summary>
internal sealed class JournalLine : IAppendOnly
{
    public const int NameLength = 340;

    public long Id { get; init; }

    public long JournalId { get; init; }

    public required long ShopId { get; init; }

    /// <summary>The account of the helper who sold it; null where nobody did.</summary>
    public long? HelperId { get; init; }

    public required JournalKind Kind { get; init; }

    public required DateTime At { get; init; }

    public string? OrderCode { get; init; }

    public string? OrderNumber { get; init; }

    /// <summary>The order's line; null where it is about no goods.</summary>
    public long? Line { get; init; }

    /// <summary>Goods as they were sold, or why the balance was changed.</summary>
    public required string Name { get; init; }

    public Money Goods { get; init; }

    public Money Freight { get; init; }

    public Money Commission { get; init; }

    public Money HelperFee { get; init; }

    public Money Mine { get; init; }

    public Money PaidOut { get; init; }

    public LineShares Shares => new(Goods, Freight, Commission, HelperFee);

    internal sealed class Mapping : IEntityTypeConfiguration<JournalLine>
    {
        public void Configure(EntityTypeBuilder<JournalLine> builder)
        {
            builder.ToTable("JournalLines");
            builder.Property(line => line.OrderCode).HasMaxLength(40);
            builder.Property(line => line.OrderNumber).HasMaxLength(40);
            builder.Property(line => line.Name).HasMaxLength(NameLength);
            builder.Ignore(line => line.Shares);
            builder.HasIndex(line => new { line.ShopId, line.At, line.Id });
            builder.HasIndex(line => new { line.HelperId, line.At, line.Id });
            builder.HasIndex(line => line.OrderCode);
            builder.HasIndex(line => line.JournalId);
        }
    }
}
