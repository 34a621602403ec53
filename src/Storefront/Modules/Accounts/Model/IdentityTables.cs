using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Accounts.Model;

/// <summary>
/// Identity's own tables in its newest schema (passkeys included), mapped here because the shop has one context and that imports no module.
/// Lengths and keys as IdentityDbContext has them in schema version 3.
/// </summary>
internal sealed class IdentityTables :
    IEntityTypeConfiguration<IdentityRole<long>>, IEntityTypeConfiguration<IdentityUserRole<long>>,
    IEntityTypeConfiguration<IdentityUserClaim<long>>, IEntityTypeConfiguration<IdentityRoleClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>, IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    private const int Key = 128;

    public void Configure(EntityTypeBuilder<IdentityRole<long>> builder)
    {
        builder.ToTable("Roles");
        builder.Property(role => role.Name).HasMaxLength(64);
        builder.Property(role => role.NormalizedName).HasMaxLength(64);
        builder.Property(role => role.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.HasIndex(role => role.NormalizedName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityUserRole<long>> builder)
    {
        builder.ToTable("AccountRoles");
        builder.HasKey(link => new { link.UserId, link.RoleId });
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.UserId);
        builder.HasOne<IdentityRole<long>>().WithMany().HasForeignKey(link => link.RoleId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder)
    {
        builder.ToTable("AccountClaims");
        builder.Property(claim => claim.ClaimType).HasMaxLength(200);
        builder.Property(claim => claim.ClaimValue).HasMaxLength(500);
        builder.HasOne<Account>().WithMany().HasForeignKey(claim => claim.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<long>> builder)
    {
        builder.ToTable("RoleClaims");
        builder.Property(claim => claim.ClaimType).HasMaxLength(200);
        builder.Property(claim => claim.ClaimValue).HasMaxLength(500);
        builder.HasOne<IdentityRole<long>>().WithMany().HasForeignKey(claim => claim.RoleId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("AccountLogins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.Property(login => login.LoginProvider).HasMaxLength(Key);
        builder.Property(login => login.ProviderKey).HasMaxLength(Key);
        builder.Property(login => login.ProviderDisplayName).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(login => login.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("AccountTokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.Property(token => token.LoginProvider).HasMaxLength(Key);
        builder.Property(token => token.Name).HasMaxLength(Key);
        builder.Property(token => token.Value).HasMaxLength(4_000);
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1_024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        // Identity has no place for it. A token, so that of two sign-ins at once with a copied key only one counts.
        builder.Property<DateTime?>(PasskeySets.LastUsedAt).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }
}
