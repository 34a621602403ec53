using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Media.Model;

/// <summary>A private paper. Its bytes lie encrypted in the media store under its code.</summary>
internal sealed class Document
{
    public const int TypeLength = 40;

    /// <summary>In place of an account's id: no account has it.</summary>
    public const long Nobody = 0;

    public long Id { get; init; }

    public string Code { get; init; } = "";

    public long AccountId { get; init; }

    public string ContentType { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Document>
    {
        public void Configure(EntityTypeBuilder<Document> builder)
        {
            builder.ToTable("Documents");
            builder.Property(document => document.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(document => document.ContentType).HasMaxLength(TypeLength);
            builder.HasIndex(document => document.Code).IsUnique();
            builder.HasIndex(document => document.AccountId);
        }
    }
}
