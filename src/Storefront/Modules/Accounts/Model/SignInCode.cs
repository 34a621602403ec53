using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Accounts.Model;

/// <summary>What a right code opens.</summary>
internal enum CodePurpose
{
    /// <summary>The account of this phone or mailbox, made if there is none.</summary>
    SignIn,

    /// <summary>A new account with the name and password that wait in the sealed part.</summary>
    SignUp,

    /// <summary>The account whose password was right a moment ago.</summary>
    SecondFactor,

    /// <summary>Nothing by itself: proves that the person at a signed-in browser holds the account's phone or mailbox.</summary>
    Proof,

    /// <summary>Makes the phone or mailbox it was sent to the account's own.</summary>
    NewLogin,
}

/// <summary>
/// One code sent to a phone or mailbox. It works for the browser that holds its ticket, for five minutes, once, and bears five tries.
/// The code itself is kept as an HMAC whose key lies in the sealed part, so the table alone gives no code away.
/// </summary>
internal sealed class SignInCode
{
    public const int Digits = 6;
    public const int MostTries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public long Id { get; init; }

    public required string Ticket { get; init; }

    public required CodePurpose Purpose { get; init; }

    public required CodeTarget Target { get; init; }

    public required string Address { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>Key of the HMAC and the pending sign-up, encrypted.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Whose second factor, proof or new login it is.</summary>
    public long? AccountId { get; init; }

    public required DateTime SentAt { get; init; }

    /// <summary>The minute it was sent in: a unique index over address, purpose and minute stops codes asked for side by side.</summary>
    public required long Minute { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public int Tries { get; init; }

    public DateTime? UsedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignInCode>
    {
        public void Configure(EntityTypeBuilder<SignInCode> builder)
        {
            builder.ToTable("SignInCodes");
            builder.Property(code => code.Ticket).HasMaxLength(32);
            builder.Property(code => code.Address).HasMaxLength(Account.EmailLength);
            builder.Property(code => code.CodeHash).HasMaxLength(64);
            builder.Property(code => code.Sealed).HasMaxLength(2_000);
            builder.HasIndex(code => code.Ticket).IsUnique();
            builder.HasIndex(code => new { code.Address, code.Purpose, code.Minute }).IsUnique();
            builder.HasIndex(code => new { code.Address, code.Purpose, code.SentAt });
            builder.HasIndex(code => code.ExpiresAt);
        }
    }
}

internal static class SignInCodeSets
{
    extension(StoreDb db)
    {
        public DbSet<SignInCode> SignInCodes => db.Set<SignInCode>();
    }
}
