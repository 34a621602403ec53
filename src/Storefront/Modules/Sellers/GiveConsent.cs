using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>A grower's word on a helper's terms: agreed to as read, refused, or withdrawn for the orders that come.</summary>
internal sealed class GiveConsent(StoreDb db, INotices notices, IAudit audit, TimeProvider clock)
{
    internal enum Outcome { Done, TooLate, OtherHelper }

    internal enum Answer { Agree, Refuse, Withdraw }

    /// <param name="words">As they stood on the grower's own screen.</param>
    public async Task<Outcome> RunAsync(string code, long grower, Answer answer, ReadWords words, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var consent = await db.HelperConsents.Include(one => one.Shop).SingleAsync(one => one.Code == code, token);
                var by = new Signature(grower, clock.GetUtcNow().UtcDateTime);
                var done = answer == Answer.Agree ? await AgreeAsync(consent, words, by, token) : End(consent, answer, by);
                if (done == Outcome.Done && answer == Answer.Withdraw && consent.HelperId is { } gone) await db.EndLinkAsync(consent.ShopId, gone, token);
                if (done != Outcome.Done) return done;
                audit.Stage(answer switch { Answer.Agree => "consent-given", Answer.Refuse => "consent-refused", _ => "consent-ended" }, $"shop/{consent.Shop.Code}", $"{consent.FeeKind} {consent.FeeValue}");
                if (consent.HelperId is { } helper) notices.Stage(helper, $"family.notice.consent.{answer}", [consent.Shop.Name], "/me/helping");
                return Outcome.Done;
            }, cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.TooLate;
        }
    }

    private async Task<Outcome> AgreeAsync(HelperConsent consent, ReadWords words, Signature by, CancellationToken cancel)
    {
        if (!consent.IsOpen) return Outcome.TooLate;
        if (!await db.MakeRoomAsync(consent, consent.HelperId, by.At, cancel)) return Outcome.OtherHelper;
        consent.Give(words, by);
        consent.Shop.Consented();
        return Outcome.Done;
    }

    private static Outcome End(HelperConsent consent, Answer answer, Signature by)
    {
        if (answer == Answer.Refuse ? !consent.IsOpen : consent.State != ConsentState.Given) return Outcome.TooLate;
        if (answer == Answer.Refuse) consent.Refuse(by);
        else consent.End(by.At);
        return Outcome.Done;
    }
}
