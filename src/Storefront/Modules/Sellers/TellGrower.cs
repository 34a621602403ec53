using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Sends a shop's owners the link to the terms that a helper asks for.</summary>
internal sealed class TellGrower(StoreDb db, IAccounts accounts, IMessages messages, Texts texts, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    internal enum Outcome { Sent, TooSoon, NotSent }

    public async Task<Outcome> RunAsync(ShopCard shop, long helper, string consent, CancellationToken cancel)
    {
        if (!await MarkAsync(consent, cancel)) return Outcome.TooSoon;
        var owners = await db.ShopMembers.Where(member => member.ShopId == shop.Id && member.Role == MemberRole.Owner).Select(member => member.AccountId).ToListAsync(cancel);
        var people = await accounts.FindManyAsync([helper, .. owners], cancel);
        var sent = false;
        foreach (var owner in owners.Select(people.GetValueOrDefault).OfType<AccountCard>().Where(owner => owner.Phone is not null))
            sent |= await messages.SendAsync(CodeTarget.Phone, owner.Phone!, texts.In(owner.Language, "family.sms.consent", ConsentWords.Harmless(people[helper].Name), ConsentWords.Harmless(shop.Name), site.Of($"/me/consents/{consent}")), cancel);
        return sent ? Outcome.Sent : Outcome.NotSent;
    }

    /// <summary>Nobody's phone is made to ring again and again: of two at once one writes the time down.</summary>
    private async Task<bool> MarkAsync(string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Pause;
        return await db.WriteAsync(token => db.HelperConsents.Where(consent => consent.Code == code && (consent.SentAt == null || consent.SentAt < before))
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.SentAt, now), token), cancel) == 1;
    }
}
