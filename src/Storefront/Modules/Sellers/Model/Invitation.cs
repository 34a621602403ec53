using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Model;

/// <summary>Stored by number, never renumbered.</summary>
internal enum InvitationState { Open, Accepted, Refused, Withdrawn }

/// <summary>A place in a shop, held for whoever signs in with one phone number. Answered once.</summary>
internal sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation() { }

    public Invitation(long shopId, string phone, MemberRole role, string key, Signature by) =>
        (Code, ShopId, Phone, Role, KeyHash, InvitedBy, InvitedAt) = (Storefront.Shared.Code.NewPublic(), shopId, phone, role, LinkKey.HashOf(key), by.AccountId, by.At);

    public long Id { get; private set; }

    /// <summary>Names it in the shop's own forms.</summary>
    public string Code { get; private set; } = "";

    public long ShopId { get; private set; }

    public Shop Shop { get; private set; } = null!;

    public string Phone { get; private set; } = "";

    public MemberRole Role { get; private set; }

    public string KeyHash { get; private set; } = "";

    public long InvitedBy { get; private set; }

    public DateTime InvitedAt { get; private set; }

    public InvitationState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What the grower agreed to when inviting a helper; null: not yet.</summary>
    public HelperConsent? Consent { get; set; }

    public DateTime ExpiresAt => InvitedAt + Lifetime;

    public bool IsOpen(DateTime now) => State == InvitationState.Open && now < ExpiresAt;

    /// <summary>Unless the invited person comes, what the grower agreed to ends with it.</summary>
    public void End(InvitationState state, DateTime now)
    {
        if (State != InvitationState.Open) throw new InvalidOperationException($"An invitation that is {State} cannot become {state}.");
        (State, EndedAt) = (state, now);
        if (state != InvitationState.Accepted) Consent?.End(now);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("ShopInvitations");
            builder.Ignore(invitation => invitation.ExpiresAt);
            builder.Property(invitation => invitation.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(invitation => invitation.Phone).HasMaxLength(20);
            builder.Property(invitation => invitation.KeyHash).HasMaxLength(LinkKey.HashLength);
            builder.Property(invitation => invitation.State).IsConcurrencyToken();
            builder.HasIndex(invitation => invitation.Code).IsUnique();
            builder.HasIndex(invitation => invitation.KeyHash).IsUnique();
            builder.HasIndex(invitation => new { invitation.ShopId, invitation.InvitedAt });
            builder.HasIndex(invitation => new { invitation.Phone, invitation.InvitedAt });
            builder.HasIndex(invitation => invitation.InvitedAt);
            builder.HasOne(invitation => invitation.Shop).WithMany().HasForeignKey(invitation => invitation.ShopId);
            builder.HasOne(invitation => invitation.Consent).WithMany().HasForeignKey("ConsentId").OnDelete(DeleteBehavior.Restrict);
        }
    }
}
