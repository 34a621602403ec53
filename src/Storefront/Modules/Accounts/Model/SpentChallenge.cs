using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Accounts.Model;

/// <summary>
/// A challenge that a passkey has answered. Its cookie can be copied and most phones' keys count nothing, so only this row makes a challenge good for once.
/// </summary>
internal sealed class SpentChallenge
{
    public long Id { get; init; }

    public required string Hash { get; init; }

    /// <summary>Later than the cookie's end.</summary>
    public required DateTime ExpiresAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SpentChallenge>
    {
        public void Configure(EntityTypeBuilder<SpentChallenge> builder)
        {
            builder.ToTable("SpentChallenges");
            builder.Property(challenge => challenge.Hash).HasMaxLength(64);
            builder.HasIndex(challenge => challenge.Hash).IsUnique();
            builder.HasIndex(challenge => challenge.ExpiresAt);
        }
    }
}

internal static class SpentChallengeSets
{
    extension(StoreDb db)
    {
        public DbSet<SpentChallenge> SpentChallenges => db.Set<SpentChallenge>();
    }
}
