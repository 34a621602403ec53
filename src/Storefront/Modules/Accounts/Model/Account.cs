using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Model;

/// <summary>A person who can sign in: buyer, seller and admin alike. The user name is the account's code, shown to admins only; nobody signs in with it.</summary>
internal sealed class Account : IdentityUser<long>
{
    public const int NameLength = 60;
    public const int EmailLength = 254;

    /// <summary>Stands in the name's place once the person has been erased.</summary>
    public const string Nameless = "—";

    public string Name { get; set; } = "";

    public string Language { get; set; } = Texts.Languages[0];

    public DateTime CreatedAt { get; init; }

    /// <summary>Wrong passwords since the last right one. Counted by the database, because guesses come side by side.</summary>
    public int FailedTries { get; init; }

    /// <summary>No password is looked at until then.</summary>
    public DateTime? LockedUntil { get; init; }

    /// <summary>Closed by an admin, or erased: nobody gets in, and open sessions are dead.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>The person asked to be forgotten: the row only holds its place in books and logs, and is never opened again.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Where a code or a message reaches this person.</summary>
    public (CodeTarget Target, string Address) Reach => PhoneNumber is { } phone ? (CodeTarget.Phone, phone) : (CodeTarget.Email, Email!.ToLowerInvariant());

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

    public void MoveTo(CodeTarget target, string address)
    {
        if (target == CodeTarget.Phone) (PhoneNumber, PhoneNumberConfirmed) = (address, true);
        else (Email, NormalizedEmail, EmailConfirmed) = (address, address.ToUpperInvariant(), true);
    }

    /// <summary>Everything that says who it was goes; sessions and codes have rows of their own.</summary>
    public void Erase(DateTime now)
    {
        (Name, Language) = (Nameless, Texts.Languages[0]);
        (PhoneNumber, PhoneNumberConfirmed, Email, NormalizedEmail, EmailConfirmed) = (null, false, null, null, false);
        (PasswordHash, TwoFactorEnabled, LockoutEnd) = (null, false, null);
        (SecurityStamp, ConcurrencyStamp) = (Code.NewSecret(), Code.NewSecret());
        DisabledAt ??= now;
        ErasedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.Ignore(account => account.Reach);
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
