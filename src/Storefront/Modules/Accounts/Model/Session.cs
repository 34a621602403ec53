using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Accounts.Model;

/// <summary>One signed-in browser. The cookie holds a random key, the table its hash: neither a copied table nor a cookie kept after sign-out gets in.</summary>
internal sealed class Session
{
    public const int DeviceLength = 60;

    /// <summary>However busy it is, a session ends.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>How exact "last seen" is: looking at pages writes no more often.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(10);

    public long Id { get; init; }

    /// <summary>Names it on the person's own list; lets nobody in.</summary>
    public required string Code { get; init; }

    public required string KeyHash { get; init; }

    public required long AccountId { get; init; }

    /// <summary>The account's security stamp at sign-in; when the account's changes, the session is dead.</summary>
    public required string Stamp { get; init; }

    /// <summary>The authentication ticket, encrypted.</summary>
    public required byte[] Ticket { get; set; }

    public required string Device { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime LastSeenAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("Sessions");
            builder.Property(session => session.Code).HasMaxLength(16);
            builder.Property(session => session.KeyHash).HasMaxLength(64);
            builder.Property(session => session.Stamp).HasMaxLength(64);
            builder.Property(session => session.Ticket).HasMaxLength(8_000);
            builder.Property(session => session.Device).HasMaxLength(DeviceLength);
            builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
            builder.HasIndex(session => session.Code).IsUnique();
            builder.HasIndex(session => session.KeyHash).IsUnique();
            builder.HasIndex(session => session.ExpiresAt);
            builder.HasIndex(session => session.LastSeenAt);
        }
    }
}

internal static class SessionSets
{
    extension(StoreDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();
    }
}
