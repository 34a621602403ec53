using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Model;

/// <summary>A person who can sign in: buyer, seller and admin alike. The user name is the account's code, never shown.</summary>
internal sealed class Account : IdentityUser<long>
{
    public const int NameLength = 60;
    public const int EmailLength = 254;

    public string Name { get; set; } = "";

    public string Language { get; set; } = Texts.Languages[0];

    public DateTime CreatedAt { get; init; }

    /// <summary>Wrong passwords since the last right one. Counted by the database, because guesses come side by side.</summary>
    public int FailedTries { get; init; }

    /// <summary>No password is looked at until then.</summary>
    public DateTime? LockedUntil { get; init; }

    /// <summary>Closed by an admin: nobody gets in, and open sessions are dead.</summary>
    public DateTime? DisabledAt { get; set; }

    public static Account New(string name, string? phone, string? email, string? passwordHash, DateTime now) => new()
    {
        UserName = Code.NewSecret(),
        Name = name,
        PhoneNumber = phone,
        PhoneNumberConfirmed = phone is not null,
        Email = email,
        EmailConfirmed = email is not null,
        PasswordHash = passwordHash,
        Language = Texts.Language,
        CreatedAt = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.Property(account => account.Name).HasMaxLength(NameLength);
            builder.Property(account => account.Language).HasMaxLength(10);
            builder.Property(account => account.UserName).HasMaxLength(64);
            builder.Property(account => account.NormalizedUserName).HasMaxLength(64);
            builder.Property(account => account.Email).HasMaxLength(EmailLength);
            builder.Property(account => account.NormalizedEmail).HasMaxLength(EmailLength);
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
