using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Model;

/// <summary>An address that an account keeps for next time.</summary>
internal sealed class SavedAddress
{
    public const int Most = 20;
    public const int NameLength = 40;
    public const int PhoneLength = 20;
    public const int RegionLength = 100;
    public const int StreetLength = 200;

    public long Id { get; init; }

    public required string Code { get; init; }

    public required long AccountId { get; init; }

    public required Address Address { get; init; }

    public DateTime UsedAt { get; private set; }

    public void Use(DateTime at) => UsedAt = at;

    internal sealed class Mapping : IEntityTypeConfiguration<SavedAddress>
    {
        public void Configure(EntityTypeBuilder<SavedAddress> builder)
        {
            builder.ToTable("SavedAddresses");
            builder.Property(saved => saved.Code).HasMaxLength(Shared.Code.PublicLength);
            builder.ComplexProperty(saved => saved.Address, address =>
            {
                address.Property(part => part.Name).HasMaxLength(NameLength);
                address.Property(part => part.Phone).HasMaxLength(PhoneLength);
                address.Property(part => part.RegionCode).HasMaxLength(9);
                address.Property(part => part.Region).HasMaxLength(RegionLength);
                address.Property(part => part.Street).HasMaxLength(StreetLength);
            });
            builder.HasIndex(saved => saved.Code).IsUnique();
            builder.HasIndex(saved => new { saved.AccountId, saved.UsedAt });
        }
    }
}
