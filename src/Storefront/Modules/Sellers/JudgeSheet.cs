using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>A reviewer has looked at a signed sheet: it says what the helper typed, or it does not. Nobody makes a fee for themselves with a picture.</summary>
internal sealed class JudgeSheet(StoreDb db, INotices notices, IAudit audit, TimeProvider clock)
{
    internal enum Outcome { Done, TooLate, OtherHelper, OwnShop }

    public async Task<Outcome> RunAsync(string code, long reviewer, bool accept, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => JudgeAsync(code, new(reviewer, clock.GetUtcNow().UtcDateTime), accept, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.TooLate;
        }
    }

    private async Task<Outcome> JudgeAsync(string code, Signature by, bool accept, CancellationToken cancel)
    {
        var consent = await db.HelperConsents.Include(one => one.Shop.Members).FirstOrDefaultAsync(one => one.Code == code, cancel);
        if (consent is not { State: ConsentState.Filed, HelperId: { } helper }) return Outcome.TooLate;
        var shop = consent.Shop;
        if (helper == by.AccountId || shop.Members.Exists(member => member.AccountId == by.AccountId)) return Outcome.OwnShop;
        if (accept)
        {
            if (!await db.MakeRoomAsync(consent, helper, by.At, cancel)) return Outcome.OtherHelper;
            consent.Confirm(by);
            shop.Consented();
        }
        else
        {
            consent.Refuse(by);
        }
        audit.Stage(accept ? "consent-confirmed" : "consent-refused", $"shop/{shop.Code}", $"{consent.FeeKind} {consent.FeeValue}");
        notices.Stage(helper, accept ? "family.notice.consent.Agree" : "family.notice.consent.Sheet", [shop.Name], "/me/helping");
        foreach (var owner in shop.Members.Where(member => accept && member.Role == MemberRole.Owner))
            notices.Stage(owner.AccountId, "family.notice.paper", [shop.Name], $"/sell/members?{MyShopDesk.Query}={shop.Code}");
        return Outcome.Done;
    }
}
