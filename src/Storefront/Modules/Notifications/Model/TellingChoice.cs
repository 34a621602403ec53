using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Notifications.Model;

/// <summary>How one person hears of one topic in one way, and the secret that switches just this off without signing in.</summary>
internal sealed class TellingChoice
{
    public long Id { get; init; }

    public required long AccountId { get; init; }

    public required Topic Topic { get; init; }

    public required Way Way { get; init; }

    public string Code { get; init; } = Storefront.Shared.Code.NewSecret();

    /// <summary>Null: as it is by default.</summary>
    public bool? Wish { get; set; }

    public bool IsOn => Topics.IsOn(Topic, Way, Wish);

    internal sealed class Mapping : IEntityTypeConfiguration<TellingChoice>
    {
        public void Configure(EntityTypeBuilder<TellingChoice> builder)
        {
            builder.ToTable("TellingChoices");
            builder.Ignore(choice => choice.IsOn);
            builder.Property(choice => choice.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.HasIndex(choice => choice.Code).IsUnique();
            builder.HasIndex(choice => new { choice.AccountId, choice.Topic, choice.Way }).IsUnique();
        }
    }
}
