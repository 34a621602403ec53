using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Sellers.Model;

/// <summary>The grower's private way to the statement of one shop: one at a time, only its hash is kept.</summary>
internal sealed class StatementLink
{
    /// <summary>Looking writes nothing more often than this.</summary>
    public static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(10);

    private StatementLink() { }

    public StatementLink(long shopId, string key, Signature by)
    {
        ShopId = shopId;
        Renew(key, by);
    }

    public long Id { get; private set; }

    public long ShopId { get; private set; }

    public Shop Shop { get; private set; } = null!;

    public string KeyHash { get; private set; } = "";

    public long MadeBy { get; private set; }

    public DateTime MadeAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    /// <summary>The key before opens nothing from now on.</summary>
    public void Renew(string key, Signature by) => (KeyHash, MadeBy, MadeAt, LastUsedAt) = (LinkKey.HashOf(key), by.AccountId, by.At, null);

    internal sealed class Mapping : IEntityTypeConfiguration<StatementLink>
    {
        public void Configure(EntityTypeBuilder<StatementLink> builder)
        {
            builder.ToTable("StatementLinks");
            builder.Property(link => link.KeyHash).HasMaxLength(LinkKey.HashLength);
            builder.HasIndex(link => link.KeyHash).IsUnique();
            builder.HasIndex(link => link.ShopId).IsUnique();
            builder.HasOne(link => link.Shop).WithMany().HasForeignKey(link => link.ShopId);
        }
    }
}
