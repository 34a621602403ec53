using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Accounts.Model;

/// <summary>Where an account has goods sent. At most one of an account's addresses is its default.</summary>
internal sealed class SavedAddress
{
    public const int Most = 20;
    public const int StreetLength = 120;

    public long Id { get; init; }

    public required string Code { get; init; }

    public required long AccountId { get; init; }

    public string Name { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string RegionCode { get; private set; } = "";

    /// <summary>The region's name when it was saved.</summary>
    public string Region { get; private set; } = "";

    public string Street { get; private set; } = "";

    public bool IsDefault { get; set; }

    public void Write(string name, string phone, string regionCode, string region, string street) =>
        (Name, Phone, RegionCode, Region, Street) = (name, phone, regionCode, region, street);

    internal sealed class Mapping : IEntityTypeConfiguration<SavedAddress>
    {
        public void Configure(EntityTypeBuilder<SavedAddress> builder)
        {
            builder.ToTable("SavedAddresses");
            builder.Property(address => address.Code).HasMaxLength(16);
            builder.Property(address => address.Name).HasMaxLength(Account.NameLength);
            builder.Property(address => address.Phone).HasMaxLength(20);
            builder.Property(address => address.RegionCode).HasMaxLength(12);
            builder.Property(address => address.Region).HasMaxLength(100);
            builder.Property(address => address.Street).HasMaxLength(StreetLength);
            builder.HasOne<Account>().WithMany().HasForeignKey(address => address.AccountId);
            builder.HasIndex(address => address.Code).IsUnique();
        }
    }
}

internal static class SavedAddressSets
{
    extension(StoreDb db)
    {
        public DbSet<SavedAddress> SavedAddresses => db.Set<SavedAddress>();
    }
}
