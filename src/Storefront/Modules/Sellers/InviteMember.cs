using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Sends a phone number a link into a shop. The answer is the same whether anybody here has that number.</summary>
internal sealed class InviteMember(StoreDb db, IMessages messages, IAudit audit, Texts texts, SiteAddress site, TimeProvider clock)
{
    /// <summary>Invitations of one shop, and to one phone number, in a day.</summary>
    internal const int AShop = 10;
    internal const int APhone = 3;

    internal enum Outcome { Sent, TooMany, OtherHelper, NotSent }

    /// <param name="Words">What the grower read and agreed to; null: not yet, or no helper.</param>
    /// <param name="From">Name of whoever invites.</param>
    internal sealed record Ask(ShopCard Shop, string From, string Phone, MemberRole Role, FeeKind Fee, int FeeValue, ReadWords? Words);

    public async Task<Outcome> RunAsync(Ask ask, long by, CancellationToken cancel)
    {
        var key = Code.NewSecret();
        var (outcome, code) = await db.WriteAsync(token => StageAsync(ask, key, new(by, clock.GetUtcNow().UtcDateTime), token), cancel, done => done.Outcome == Outcome.Sent);
        if (outcome != Outcome.Sent) return outcome;
        var text = texts["family.sms.invite", ConsentWords.Harmless(ask.From), ConsentWords.Harmless(ask.Shop.Name), texts[$"sellers.role.{ask.Role}"], Invitation.Lifetime.Days, site.Of($"/join/{key}")];
        if (await messages.SendAsync(CodeTarget.Phone, ask.Phone, text, cancel)) return Outcome.Sent;
        await db.WriteAsync(async token => (await db.Invitations.SingleAsync(one => one.Code == code, token)).End(InvitationState.Withdrawn, clock.GetUtcNow().UtcDateTime), cancel);
        return Outcome.NotSent;
    }

    private async Task<(Outcome Outcome, string? Code)> StageAsync(Ask ask, string key, Signature by, CancellationToken cancel)
    {
        var day = by.At.AddDays(-1);
        if (await db.Invitations.CountAsync(one => one.ShopId == ask.Shop.Id && one.InvitedAt > day, cancel) >= AShop
            || await db.Invitations.CountAsync(one => one.Phone == ask.Phone && one.InvitedAt > day, cancel) >= APhone)
            return (Outcome.TooMany, null);
        foreach (var before in await db.Invitations.Where(one => one.ShopId == ask.Shop.Id && one.Phone == ask.Phone && one.State == InvitationState.Open).ToListAsync(cancel))
            before.End(InvitationState.Withdrawn, by.At);
        var invitation = new Invitation(ask.Shop.Id, ask.Phone, ask.Role, key, by);
        if (ask.Words is { } words)
        {
            var consent = new HelperConsent(ask.Shop.Id, helperId: null, ask.Fee, ask.FeeValue, words, by);
            if (!await db.MakeRoomAsync(consent, helper: null, by.At, cancel)) return (Outcome.OtherHelper, null);
            consent.Give(words, by);
            invitation.Consent = consent;
            audit.Stage("consent-given", $"shop/{ask.Shop.Code}", $"{ask.Fee} {ask.FeeValue}");
        }
        db.Add(invitation);
        audit.Stage("member-invited", $"shop/{ask.Shop.Code}", $"{ask.Role}");
        return (Outcome.Sent, invitation.Code);
    }
}
