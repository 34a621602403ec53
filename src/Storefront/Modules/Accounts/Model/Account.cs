using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Model;

/// <summary>A person who can sign in: buyer, seller and admin alike. The user name is the account's code, never shown.</summary>
internal sealed class Account : IdentityUser<long>
{
    public string Name { get; set; } = "";

    public string Language { get; set; } = Texts.Languages[0];

    public DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.Property(account => account.Name).HasMaxLength(60);
            builder.Property(account => account.Language).HasMaxLength(10);
            builder.Property(account => account.UserName).HasMaxLength(64);
            builder.Property(account => account.NormalizedUserName).HasMaxLength(64);
            builder.Property(account => account.Email).HasMaxLength(254);
            builder.Property(account => account.NormalizedEmail).HasMaxLength(254);
            builder.Property(account => account.PhoneNumber).HasMaxLength(20);
            builder.Property(account => account.PasswordHash).HasMaxLength(500);
            builder.Property(account => account.SecurityStamp).HasMaxLength(64);
            builder.Property(account => account.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            builder.HasIndex(account => account.NormalizedUserName).IsUnique();
            builder.HasIndex(account => account.NormalizedEmail).IsUnique();
            builder.HasIndex(account => account.PhoneNumber).IsUnique();
        }
    }
}

internal static class AccountSets
{
    extension(Storefront.Data.StoreDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
