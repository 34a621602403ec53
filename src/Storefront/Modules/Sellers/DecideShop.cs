using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>What a reviewer can decide. The value is what the button sends.</summary>
internal enum ReviewAct { Approve, Ask, Reject, Suspend, Lift, Close, AcceptPaper, RefusePaper }

/// <summary>A reviewer's word on a shop: moves it, logs it, tells its members and the other modules, all or nothing.</summary>
internal sealed class DecideShop(StoreDb db, Outbox outbox, IAudit audit, INotices notices, TimeProvider clock)
{
    internal enum Outcome { Done, Unknown, TooLate, OwnShop }

    /// <param name="Version">Of the case as the reviewer saw it.</param>
    /// <param name="Field">What to change, when that is asked.</param>
    /// <param name="Words">Reason or message; empty where none is needed.</param>
    internal sealed record Decision(ReviewAct Act, int Version, string Field, string Words);

    public async Task<Outcome> RunAsync(string code, long reviewer, Decision decision, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var shop = await db.Shops.Include(shop => shop.Licences.Where(licence => licence.State == LicenceState.Waiting)).Include(shop => shop.Members).AsSingleQuery()
                    .FirstOrDefaultAsync(shop => shop.Code == code, token);
                if (shop is null) return Outcome.Unknown;
                if (shop.Members.Exists(member => member.AccountId == reviewer)) return Outcome.OwnShop;
                if (shop.Version != decision.Version || !Acts(shop).Contains(decision.Act)) return Outcome.TooLate;
                Decide(shop, decision, new(reviewer, clock.GetUtcNow().UtcDateTime));
                return Outcome.Done;
            }, cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.TooLate;
        }
    }

    /// <summary>What can be decided about a shop as it stands.</summary>
    public static IReadOnlyList<ReviewAct> Acts(Shop shop)
    {
        IEnumerable<(ReviewAct Act, bool May)> all =
        [
            (ReviewAct.Approve, shop.May(ShopVerb.Approve)), (ReviewAct.Ask, shop.May(ShopVerb.AskForChange)), (ReviewAct.Reject, shop.May(ShopVerb.Reject)),
            (ReviewAct.AcceptPaper, shop.IsTrading && shop.WaitingLicence is not null), (ReviewAct.RefusePaper, shop.IsTrading && shop.WaitingLicence is not null),
            (ReviewAct.Suspend, shop.May(ShopVerb.Suspend)), (ReviewAct.Lift, shop.May(ShopVerb.Lift)), (ReviewAct.Close, shop.May(ShopVerb.Close)),
        ];
        return [.. all.Where(act => act.May).Select(act => act.Act)];
    }

    private void Decide(Shop shop, Decision decision, Signature by)
    {
        var before = shop.State;
        switch (decision.Act)
        {
            case ReviewAct.Approve: shop.Approve(by); break;
            case ReviewAct.Ask: shop.AskForChange(by, decision.Field, decision.Words); break;
            case ReviewAct.Reject: shop.Reject(by, decision.Words); break;
            case ReviewAct.Suspend: shop.Suspend(by, decision.Words); break;
            case ReviewAct.Lift: shop.Lift(by); break;
            case ReviewAct.Close: shop.Close(by, decision.Words); break;
            case ReviewAct.AcceptPaper: shop.DecideLicence(accept: true); break;
            default: shop.DecideLicence(accept: false); break;
        }
        audit.Stage(AuditAct(decision.Act), $"shop/{shop.Code}", decision.Act == ReviewAct.Ask ? $"{decision.Field}: {decision.Words}" : decision.Words);
        var path = decision.Act switch
        {
            ReviewAct.Ask => Steps.PathOfField(shop.Code, decision.Field),
            ReviewAct.RefusePaper => $"{Steps.Licence.Path}?{MyShopDesk.Query}={shop.Code}",
            _ => $"/sell?{MyShopDesk.Query}={shop.Code}",
        };
        foreach (var member in shop.Members) notices.Stage(member.AccountId, $"sellers.notice.{decision.Act}", [shop.Name, decision.Words], path, Topic.ShopDecision);
        if (shop.State != before && shop.State is ShopState.Approved or ShopState.Suspended or ShopState.Closed) outbox.Stage(new ShopStateChanged(shop.Id, shop.Code, shop.State));
    }

    private static string AuditAct(ReviewAct act) => act switch
    {
        ReviewAct.Approve => "shop-approved",
        ReviewAct.Ask => "shop-change-asked",
        ReviewAct.Reject => "shop-rejected",
        ReviewAct.Suspend => "shop-suspended",
        ReviewAct.Lift => "shop-reopened",
        ReviewAct.Close => "shop-closed",
        ReviewAct.AcceptPaper => "licence-accepted",
        _ => "licence-refused",
    };
}
