using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Media.Model;

/// <summary>A picture shown to everyone. Its bytes lie in the media store under its code.</summary>
internal sealed class Photo
{
    public const int KeyLength = 64;

    public long Id { get; init; }

    public string Code { get; init; } = "";

    public long AccountId { get; init; }

    /// <summary>The sender's own key: the same key again is the same photo, however often a phone with a bad signal tries.</summary>
    public string? Key { get; init; }

    /// <summary>Size of the largest copy, upright.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    public DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Photo>
    {
        public void Configure(EntityTypeBuilder<Photo> builder)
        {
            builder.ToTable("Photos");
            builder.Property(photo => photo.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(photo => photo.Key).HasMaxLength(KeyLength);
            builder.HasIndex(photo => photo.Code).IsUnique();
            builder.HasIndex(photo => new { photo.AccountId, photo.Key }).IsUnique();
        }
    }
}

internal static class PhotoSets
{
    extension(StoreDb db)
    {
        public DbSet<Photo> Photos => db.Set<Photo>();

        public DbSet<Document> Documents => db.Set<Document>();
    }
}
