using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

/// <summary>Who did something, and when (UTC).</summary>
internal readonly record struct Signature(long AccountId, DateTime At);

/// <summary>A seller's shop, from the first word of its application to its end. Its verbs are the only way its state moves.</summary>
internal sealed partial class Shop
{
    public const int NameLength = 30;
    public const int StoryLength = 1_000;
    public const int VillageLength = 40;
    public const int ReasonLength = 500;

    private Shop() { }

    public long Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Story { get; private set; } = "";

    public string RegionCode { get; private set; } = "";

    /// <summary>County-level origin as shown, in words as they were when the place was chosen.</summary>
    public string Place { get; private set; } = "";

    public string Village { get; private set; } = "";

    public string? PhotoCode { get; private set; }

    public ShopState State { get; private set; }

    /// <summary>Grows with everything a reviewer's decision rests on, so that nobody decides on a case that has changed meanwhile.</summary>
    public int Version { get; private set; }

    /// <summary>Since when it waits for a reviewer: an application, or a new paper of an approved shop. Null: it does not wait.</summary>
    public DateTime? QueuedAt { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public PayoutAccount? Payout { get; private set; }

    public List<Licence> Licences { get; } = [];

    public List<ChangeRequest> Requests { get; } = [];

    public List<ShopMove> Moves { get; } = [];

    public List<ShopMember> Members { get; } = [];

    public bool IsApplying => State is ShopState.Draft or ShopState.ChangesRequested;

    /// <summary>It was approved at some time.</summary>
    public bool HasOpened => State is ShopState.Approved or ShopState.Paused or ShopState.Suspended or ShopState.Closed;

    public bool IsTrading => State is ShopState.Approved or ShopState.Paused;

    /// <summary>The paper not yet decided on, if there is one.</summary>
    public Licence? WaitingLicence => Licences.Find(licence => licence.State == LicenceState.Waiting);

    public IEnumerable<ChangeRequest> OpenRequests => Requests.Where(request => request.IsOpen);

    public static Shop Open(string name, string story, Signature owner)
    {
        var shop = new Shop { Code = Storefront.Shared.Code.NewPublic(), Name = name, Story = story, OpenedAt = owner.At };
        shop.Members.Add(new(owner.AccountId, MemberRole.Owner, owner));
        return shop;
    }

    public void Describe(string name, string story, string? photoCode)
    {
        (Name, Story, PhotoCode) = (name, story, photoCode);
        Version++;
    }

    public void Settle(string regionCode, string place, string village)
    {
        (RegionCode, Place, Village) = (regionCode, place, village);
        Version++;
    }

    public void PayTo(PayoutKind kind, string holder, string number, Func<string, string> seal)
    {
        Payout ??= new();
        Payout.Set(kind, holder, number, seal);
        Version++;
    }

    /// <summary>Files a paper: the application's own, or a new one of a shop that trades, which then waits for a reviewer beside the old one.</summary>
    public void File(Paper paper, DateTime now)
    {
        if (WaitingLicence is { } waiting) waiting.Correct(paper, now);
        else Licences.Add(new(paper, now));
        if (IsTrading) QueuedAt ??= now;
        Version++;
    }

    public void Answer(IReadOnlyCollection<string> fields, DateTime now)
    {
        foreach (var request in OpenRequests.Where(request => fields.Contains(request.Field))) request.Answer(now);
    }
}
