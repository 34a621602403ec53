using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>
/// Who was invited into shops, who agreed to be helped and by whom, and where the fees go. Erased, that account and invitations to the person's number go; a consent keeps what was agreed and when,
/// because the book rests on it, and loses its words and its signed sheet.
/// </summary>
internal sealed class HandsPapers(StoreDb db, IAccounts accounts, Outbox outbox) : IPersonalData
{
    public string Name => "help in shops";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var invitations = await Invitations(await PhoneAsync(accountId, cancel)).AsNoTracking().OrderBy(one => one.Id)
            .Select(one => new { Shop = one.Shop.Name, one.Phone, one.Role, one.InvitedAt, one.State, one.EndedAt }).ToListAsync(cancel);
        var consents = await Consents(accountId).AsNoTracking().OrderBy(one => one.Id)
            .Select(one => new { Shop = one.Shop.Name, one.State, one.Way, one.FeeKind, one.FeeValue, one.Language, one.Version, one.Wording, one.GivenAt, one.From, one.Until, HasSheet = one.DocumentCode != null }).ToListAsync(cancel);
        var fees = (await db.FeeAccounts.AsNoTracking().Where(account => account.AccountId == accountId).ToListAsync(cancel)).ConvertAll(account => new { account.Kind, account.Holder, Number = account.Masked });
        return invitations.Count + consents.Count + fees.Count == 0 ? null : new { Invitations = invitations, Consents = consents, Fees = fees };
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel)
    {
        db.RemoveRange(await db.FeeAccounts.Where(account => account.AccountId == accountId).ToListAsync(cancel));
        db.RemoveRange(await Invitations(await PhoneAsync(accountId, cancel)).ToListAsync(cancel));
        var consents = await Consents(accountId).ToListAsync(cancel);
        foreach (var dropped in PapersDropped.Of(consents.Select(consent => consent.DocumentCode).OfType<string>(), [])) outbox.Stage(dropped);
        foreach (var consent in consents)
        {
            if (consent.HelperId == accountId) consent.End(now);
            consent.Forget();
        }
    }

    private async Task<string?> PhoneAsync(long accountId, CancellationToken cancel) => (await accounts.FindAsync(accountId, cancel))?.Phone;

    private IQueryable<Invitation> Invitations(string? phone) => db.Invitations.Where(one => phone != null && one.Phone == phone);

    /// <summary>As helper, or as the grower who gave it or whose shop alone it is.</summary>
    private IQueryable<HelperConsent> Consents(long accountId)
    {
        var alone = db.Shops.OwnedAlone(accountId).Select(shop => shop.Id);
        return db.HelperConsents.Where(one => one.HelperId == accountId || one.GivenBy == accountId || alone.Contains(one.ShopId));
    }
}
