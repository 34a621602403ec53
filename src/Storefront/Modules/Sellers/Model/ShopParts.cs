using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

/// <summary>One step of a shop's state, dated and signed. Written once, never changed.</summary>
internal sealed class ShopMove
{
    private ShopMove() { }

    public ShopMove(ShopState from, ShopState to, Signature by, string? reason) => (From, To, AccountId, At, Reason) = (from, to, by.AccountId, by.At, reason);

    public long Id { get; private set; }

    public long ShopId { get; private set; }

    public ShopState From { get; private set; }

    public ShopState To { get; private set; }

    public long AccountId { get; private set; }

    public DateTime At { get; private set; }

    public string? Reason { get; private set; }
}

internal enum MemberRole { Owner, Family, Helper }

/// <summary>A pair of hands in a shop: who let them in, and when. A helper's also needs the grower's consent, see <see cref="HelperConsent"/>.</summary>
internal sealed class ShopMember
{
    private ShopMember() { }

    public ShopMember(long accountId, MemberRole role, Signature addedBy) => (Code, AccountId, Role, AddedBy, AddedAt) = (Storefront.Shared.Code.NewPublic(), accountId, role, addedBy.AccountId, addedBy.At);

    public long Id { get; private set; }

    public string Code { get; private set; } = "";

    public long ShopId { get; private set; }

    public Shop Shop { get; private set; } = null!;

    public long AccountId { get; private set; }

    public MemberRole Role { get; private set; }

    public long AddedBy { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>The last change of role; null: never.</summary>
    public DateTime? RoleChangedAt { get; private set; }

    public void Become(MemberRole role, DateTime now) => (Role, RoleChangedAt) = (role, now);
}

/// <summary>"Please change this": one field of the application, and what is wrong with it.</summary>
internal sealed class ChangeRequest
{
    public const int FieldLength = 20;

    private ChangeRequest() { }

    public ChangeRequest(string field, string message, Signature by) => (Field, Message, AskedBy, AskedAt) = (field, message, by.AccountId, by.At);

    public long Id { get; private set; }

    public long ShopId { get; private set; }

    public string Field { get; private set; } = "";

    public string Message { get; private set; } = "";

    public long AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    public void Answer(DateTime now) => AnsweredAt ??= now;
}
