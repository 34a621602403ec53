using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Modules.Payments.Model;

/// <summary>What a payer shows of a transfer: a private picture and words. It helps finance to look; what came is only what finance writes down.</summary>
internal sealed class PayerProof
{
    /// <summary>Of one payment, whichever attempts it takes: a stranger who holds the pay link must not fill our disk.</summary>
    public const int Most = 3;
    public const int NoteLength = 200;

    /// <summary>How long it is kept after it was sent, once its transfer is over.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public long Id { get; init; }

    public long TransferId { get; init; }

    public Transfer Transfer { get; init; } = null!;

    /// <summary>Code of the private picture.</summary>
    public required string Picture { get; init; }

    public string? Note { get; init; }

    public required DateTime SentAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PayerProof>
    {
        public void Configure(EntityTypeBuilder<PayerProof> builder)
        {
            builder.ToTable("PayerProofs");
            builder.Property(proof => proof.Picture).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(proof => proof.Note).HasMaxLength(NoteLength);
            builder.HasOne(proof => proof.Transfer).WithMany(transfer => transfer.Proofs).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(proof => proof.SentAt);
        }
    }
}
