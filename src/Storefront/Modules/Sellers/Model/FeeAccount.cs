using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Sellers.Model;

/// <summary>Where a helper's fees go: the person's own account, whatever shops they come from.</summary>
internal sealed class FeeAccount : MoneyTarget
{
    public long Id { get; private set; }

    public required long AccountId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FeeAccount>
    {
        public void Configure(EntityTypeBuilder<FeeAccount> builder)
        {
            builder.ToTable("FeeAccounts");
            builder.Property(account => account.Holder).HasMaxLength(HolderLength);
            builder.Property(account => account.SealedNumber).HasMaxLength(Mappings.SealedLength);
            builder.Property(account => account.Tail).HasMaxLength(Mappings.TailLength);
            builder.HasIndex(account => account.AccountId).IsUnique();
        }
    }
}
