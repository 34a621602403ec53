using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Model;

internal static class SellerSets
{
    extension(StoreDb db)
    {
        public DbSet<Shop> Shops => db.Set<Shop>();

        public DbSet<ShopMember> ShopMembers => db.Set<ShopMember>();

        public DbSet<ShopMove> ShopMoves => db.Set<ShopMove>();

        public DbSet<Licence> Licences => db.Set<Licence>();

        public DbSet<PayoutAccount> PayoutAccounts => db.Set<PayoutAccount>();

        public DbSet<FeeAccount> FeeAccounts => db.Set<FeeAccount>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<HelperConsent> HelperConsents => db.Set<HelperConsent>();

        public DbSet<StatementLink> StatementLinks => db.Set<StatementLink>();
    }

    public static IQueryable<Shop> OwnedAlone(this IQueryable<Shop> shops, long accountId) => shops.Where(shop =>
        shop.Members.Any(member => member.AccountId == accountId && member.Role == MemberRole.Owner)
        && !shop.Members.Any(member => member.AccountId != accountId && member.Role == MemberRole.Owner));
}

/// <summary>Members as those who work now: a helper only with a consent in force.</summary>
internal static class Working
{
    public static IQueryable<ShopMember> AtWork(this IQueryable<ShopMember> members, StoreDb db)
    {
        var consents = db.Set<HelperConsent>();
        return members.Where(member => member.Role != MemberRole.Helper
            || consents.Any(consent => consent.HelperId == member.AccountId && consent.ShopId == member.ShopId && consent.From != null && consent.Until == null));
    }
}

/// <summary>The shop and its parts: one aggregate, one mapping.</summary>
internal sealed class Mappings :
    IEntityTypeConfiguration<Shop>, IEntityTypeConfiguration<ShopMove>, IEntityTypeConfiguration<ShopMember>,
    IEntityTypeConfiguration<ChangeRequest>, IEntityTypeConfiguration<Licence>, IEntityTypeConfiguration<PayoutAccount>
{
    public const int SealedLength = 1_000;
    public const int TailLength = 8;
    private const int MediaCode = 64;

    public void Configure(EntityTypeBuilder<Shop> builder)
    {
        builder.ToTable("Shops");
        builder.Ignore(shop => shop.OpenRequests);
        builder.Ignore(shop => shop.WaitingLicence);
        builder.Property(shop => shop.Code).HasMaxLength(Code.PublicLength);
        builder.Property(shop => shop.Name).HasMaxLength(Shop.NameLength);
        builder.Property(shop => shop.Story).HasMaxLength(Shop.StoryLength);
        builder.Property(shop => shop.RegionCode).HasMaxLength(9);
        builder.Property(shop => shop.Place).HasMaxLength(60);
        builder.Property(shop => shop.Village).HasMaxLength(Shop.VillageLength);
        builder.Property(shop => shop.PhotoCode).HasMaxLength(MediaCode);
        builder.Property(shop => shop.State).IsConcurrencyToken();
        builder.Property(shop => shop.Version).IsConcurrencyToken();
        builder.HasIndex(shop => shop.Code).IsUnique();
        builder.HasIndex(shop => shop.QueuedAt);
        builder.HasIndex(shop => new { shop.State, shop.Name });
        builder.HasMany(shop => shop.Moves).WithOne().HasForeignKey(move => move.ShopId);
        builder.HasMany(shop => shop.Requests).WithOne().HasForeignKey(request => request.ShopId);
        builder.HasMany(shop => shop.Members).WithOne(member => member.Shop).HasForeignKey(member => member.ShopId);
        builder.HasMany(shop => shop.Licences).WithOne(licence => licence.Shop).HasForeignKey(licence => licence.ShopId);
        builder.HasOne(shop => shop.Payout).WithOne().HasForeignKey<PayoutAccount>(account => account.ShopId);
    }

    public void Configure(EntityTypeBuilder<ShopMove> builder)
    {
        builder.ToTable("ShopMoves");
        builder.Property(move => move.Reason).HasMaxLength(Shop.ReasonLength);
    }

    public void Configure(EntityTypeBuilder<ShopMember> builder)
    {
        builder.ToTable("ShopMembers");
        builder.Property(member => member.Code).HasMaxLength(Code.PublicLength);
        builder.HasIndex(member => member.Code).IsUnique();
        builder.HasIndex(member => new { member.ShopId, member.AccountId }).IsUnique();
        builder.HasIndex(member => member.AccountId);
    }

    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.ToTable("ShopChangeRequests");
        builder.Property(request => request.Field).HasMaxLength(ChangeRequest.FieldLength);
        builder.Property(request => request.Message).HasMaxLength(Shop.ReasonLength);
    }

    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.ToTable("Licences");
        builder.Property(licence => licence.Number).HasMaxLength(Licence.NumberLength);
        builder.Property(licence => licence.Issuer).HasMaxLength(Licence.IssuerLength);
        builder.Property(licence => licence.DocumentCode).HasMaxLength(MediaCode);
        builder.Property(licence => licence.Covers).HasMaxLength(Licence.CoversLength);
        builder.Property(licence => licence.State).IsConcurrencyToken();
        builder.HasIndex(licence => new { licence.State, licence.ExpiresOn });
    }

    public void Configure(EntityTypeBuilder<PayoutAccount> builder)
    {
        builder.ToTable("PayoutAccounts");
        builder.Property(account => account.Holder).HasMaxLength(PayoutAccount.HolderLength);
        builder.Property(account => account.SealedNumber).HasMaxLength(SealedLength);
        builder.Property(account => account.Tail).HasMaxLength(TailLength);
    }
}
