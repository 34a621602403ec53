using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

internal sealed partial class Shop
{
    public bool May(ShopVerb verb) => ShopPaths.To(State, verb) is not null;

    public void Submit(Signature by)
    {
        Move(ShopVerb.Submit, by);
        QueuedAt = by.At;
    }

    public void AskForChange(Signature by, string field, string message)
    {
        Move(ShopVerb.AskForChange, by, message);
        Requests.Add(new(field, message, by));
        QueuedAt = null;
    }

    public void Approve(Signature by)
    {
        Move(ShopVerb.Approve, by);
        WaitingLicence?.Accept();
        QueuedAt = null;
    }

    public void Reject(Signature by, string reason)
    {
        Move(ShopVerb.Reject, by, reason);
        QueuedAt = null;
    }

    /// <summary>Closed season: the shop is still to be seen and sells nothing.</summary>
    public void Pause(Signature by) => Move(ShopVerb.Pause, by);

    public void Reopen(Signature by) => Move(ShopVerb.Reopen, by);

    public void Suspend(Signature by, string reason)
    {
        Move(ShopVerb.Suspend, by, reason);
        QueuedAt = null;
    }

    public void Lift(Signature by)
    {
        Move(ShopVerb.Lift, by);
        if (WaitingLicence is not null) QueuedAt = by.At;
    }

    public void Close(Signature by, string reason)
    {
        Move(ShopVerb.Close, by, reason);
        QueuedAt = null;
    }

    /// <summary>Decides on the new paper of a shop that trades already.</summary>
    public void DecideLicence(bool accept)
    {
        var waiting = IsTrading ? WaitingLicence : null;
        if (waiting is null) throw new InvalidOperationException("No new paper waits for a decision.");
        if (accept) waiting.Accept();
        else waiting.Refuse();
        QueuedAt = null;
        Version++;
    }

    /// <summary>The last owner was erased: what told of the person goes; name, place, licences and moves stay for those who bought here.</summary>
    public void Forget()
    {
        if (State != ShopState.Closed) throw new InvalidOperationException($"A shop that is {State} needs its owner.");
        (Story, Village, PhotoCode, Payout) = ("", "", null, null);
        Requests.Clear();
        Version++;
    }

    private void Move(ShopVerb verb, Signature by, string? reason = null)
    {
        var to = ShopPaths.To(State, verb) ?? throw new InvalidOperationException($"A shop that is {State} cannot {verb}.");
        Moves.Add(new(State, to, by, reason));
        State = to;
        Version++;
    }
}
