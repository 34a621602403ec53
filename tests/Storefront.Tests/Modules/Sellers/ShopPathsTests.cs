using FsCheck;
using FsCheck.Fluent;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Tests.Modules.Sellers;

public sealed class ShopPathsTests
{
    /// <summary>The machine as the product says it, written down a second time.</summary>
    private static readonly HashSet<string> Allowed =
    [
        "Draft>Submitted", "Submitted>ChangesRequested", "ChangesRequested>ChangesRequested", "ChangesRequested>Submitted", "Submitted>Approved", "Submitted>Rejected",
        "Approved>Paused", "Paused>Approved", "Approved>Suspended", "Paused>Suspended", "Suspended>Approved", "Approved>Closed", "Paused>Closed", "Suspended>Closed",
    ];

    [Fact]
    public void No_sequence_of_acts_leaves_the_machine()
    {
        var acts = Gen.Elements(Enum.GetValues<ShopVerb>()).ListOf().Select(list => list.ToArray());
        Prop.ForAll(acts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool Holds(ShopVerb[] verbs)
    {
        var shop = Shop.Open("Shop", "", new(1, DateTime.UnixEpoch));
        shop.File(new(LicenceKind.NoneNeeded, null, null, null, null, ["honey"]), DateTime.UnixEpoch);
        for (var step = 0; step < verbs.Length; step++)
        {
            var (before, moves, by) = (shop.State, shop.Moves.Count, new Signature(step + 1, DateTime.UnixEpoch.AddHours(step)));
            var went = Try(shop, verbs[step], by);
            if (went != shop.Moves.Count > moves || (!went && shop.State != before)) return false;
            if (!went) continue;
            var move = shop.Moves[^1];
            if (!Allowed.Contains($"{before}>{shop.State}") || move.From != before || move.To != shop.State || move.AccountId != by.AccountId || move.At != by.At) return false;
            if (shop.State is ShopState.Approved && shop.WaitingLicence is not null) return false;
        }
        return shop.QueuedAt is not null == shop.State is ShopState.Submitted;
    }

    private static bool Try(Shop shop, ShopVerb verb, Signature by)
    {
        try
        {
            Act(shop, verb, by);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Act(Shop shop, ShopVerb verb, Signature by)
    {
        switch (verb)
        {
            case ShopVerb.Submit: shop.Submit(by); break;
            case ShopVerb.AskForChange: shop.AskForChange(by, "number", "again"); break;
            case ShopVerb.Approve: shop.Approve(by); break;
            case ShopVerb.Reject: shop.Reject(by, "no"); break;
            case ShopVerb.Pause: shop.Pause(by); break;
            case ShopVerb.Reopen: shop.Reopen(by); break;
            case ShopVerb.Suspend: shop.Suspend(by, "no"); break;
            case ShopVerb.Lift: shop.Lift(by); break;
            default: shop.Close(by, "over"); break;
        }
    }
}
