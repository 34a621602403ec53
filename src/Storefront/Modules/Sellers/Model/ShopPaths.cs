using System.Collections.Frozen;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

/// <summary>What can be done with a shop. The first, pausing and reopening are the seller's, the rest a reviewer's.</summary>
internal enum ShopVerb { Submit, AskForChange, Approve, Reject, Pause, Reopen, Suspend, Lift, Close }

/// <summary>The state machine of a shop, whole: what is not in this table cannot happen.</summary>
internal static class ShopPaths
{
    private static readonly FrozenDictionary<(ShopState From, ShopVerb Verb), ShopState> Paths = new Dictionary<(ShopState, ShopVerb), ShopState>
    {
        [(ShopState.Draft, ShopVerb.Submit)] = ShopState.Submitted,
        [(ShopState.ChangesRequested, ShopVerb.Submit)] = ShopState.Submitted,
        [(ShopState.Submitted, ShopVerb.AskForChange)] = ShopState.ChangesRequested,
        [(ShopState.ChangesRequested, ShopVerb.AskForChange)] = ShopState.ChangesRequested,
        [(ShopState.Submitted, ShopVerb.Approve)] = ShopState.Approved,
        [(ShopState.Submitted, ShopVerb.Reject)] = ShopState.Rejected,
        [(ShopState.Approved, ShopVerb.Pause)] = ShopState.Paused,
        [(ShopState.Paused, ShopVerb.Reopen)] = ShopState.Approved,
        [(ShopState.Approved, ShopVerb.Suspend)] = ShopState.Suspended,
        [(ShopState.Paused, ShopVerb.Suspend)] = ShopState.Suspended,
        [(ShopState.Suspended, ShopVerb.Lift)] = ShopState.Approved,
        [(ShopState.Approved, ShopVerb.Close)] = ShopState.Closed,
        [(ShopState.Paused, ShopVerb.Close)] = ShopState.Closed,
        [(ShopState.Suspended, ShopVerb.Close)] = ShopState.Closed,
    }.ToFrozenDictionary();

    public static ShopState? To(ShopState from, ShopVerb verb) => Paths.TryGetValue((from, verb), out var to) ? to : null;
}
