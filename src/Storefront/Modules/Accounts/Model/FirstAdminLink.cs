using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Model;

/// <summary>The one-time link by which whoever reads the log of a new shop makes its first admin.</summary>
internal sealed class FirstAdminLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public long Id { get; init; }

    public required string TokenHash { get; init; }

    public required DateTime ExpiresAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FirstAdminLink>
    {
        public void Configure(EntityTypeBuilder<FirstAdminLink> builder)
        {
            builder.ToTable("FirstAdminLinks");
            builder.Property(link => link.TokenHash).HasMaxLength(64);
            builder.HasIndex(link => link.TokenHash).IsUnique();
        }
    }
}

internal static class FirstAdminLinkSets
{
    extension(StoreDb db)
    {
        public DbSet<FirstAdminLink> FirstAdminLinks => db.Set<FirstAdminLink>();

        public Task<bool> HasAdminAsync(CancellationToken cancel) => db.Set<IdentityUserRole<long>>()
            .AnyAsync(link => db.Set<IdentityRole<long>>().Any(role => role.Id == link.RoleId && role.Name == Policies.AdminRole), cancel);
    }
}
