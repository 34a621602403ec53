using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Data;

/// <summary>Remembers that a form was handled and where its sender was sent, so that a double tap, a reload or a retry has no second effect.</summary>
public sealed class FormReceipt
{
    public const int KeyLength = 64;

    public required string Key { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Where the first submission was redirected; null until its answer was ready.</summary>
    public string? Location { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormReceipt>
    {
        public void Configure(EntityTypeBuilder<FormReceipt> builder)
        {
            builder.ToTable("FormReceipts");
            builder.HasKey(receipt => receipt.Key);
            builder.Property(receipt => receipt.Key).HasMaxLength(KeyLength);
            builder.Property(receipt => receipt.Location).HasMaxLength(500);
            builder.HasIndex(receipt => receipt.At);
        }
    }
}
