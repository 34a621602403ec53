using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>A helper asks a shop's grower to agree to terms: the grower gets a link, or signs the sheet with the same words.</summary>
internal sealed class AskConsent(StoreDb db, IAccounts accounts, INotices notices, IAudit audit, Texts texts, TimeProvider clock)
{
    internal const int ADay = 5;

    /// <summary>Code of the consent asked for; null when so much was asked of this shop today.</summary>
    public async Task<string?> RunAsync(ShopCard shop, long helper, FeeKind fee, int value, CancellationToken cancel)
    {
        var me = await accounts.FindAsync(helper, cancel);
        return await db.WriteAsync(async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var day = now.AddDays(-1);
            var mine = await db.HelperConsents.Where(consent => consent.ShopId == shop.Id && consent.HelperId == helper && (consent.AskedAt > day || consent.Until == null)).ToListAsync(token);
            if (mine.Count(consent => consent.AskedAt > day) >= ADay) return null;
            foreach (var before in mine.Where(consent => consent.IsOpen)) before.End(now);
            var consent = new HelperConsent(shop.Id, helper, fee, value, texts.Words(texts.Person(me!), shop.Name, fee, value), new(helper, now));
            db.Add(consent);
            audit.Stage("consent-asked", $"shop/{shop.Code}", $"{fee} {value}");
            foreach (var owner in await db.ShopMembers.Where(member => member.ShopId == shop.Id && member.Role == MemberRole.Owner).Select(member => member.AccountId).ToListAsync(token))
                notices.Stage(owner, "family.notice.asked", [shop.Name], $"/me/consents/{consent.Code}");
            return consent.Code;
        }, cancel, code => code is not null);
    }
}
