using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

internal static class ConsentsInForce
{
    /// <summary>
    /// Ends what the same helper had with the shop before. False when another helper is paid there: the grower ends that first.
    /// Called inside the transaction that gives the new one.
    /// </summary>
    public static async Task<bool> MakeRoomAsync(this StoreDb db, HelperConsent next, long? helper, DateTime now, CancellationToken cancel)
    {
        var others = await db.HelperConsents.Where(consent => consent.ShopId == next.ShopId && consent.From != null && consent.Until == null && consent.Id != next.Id).ToListAsync(cancel);
        if (next.FeeKind != FeeKind.None && others.Exists(other => other.HelperId != helper && other.FeeKind != FeeKind.None)) return false;
        foreach (var before in others.Where(other => helper is not null && other.HelperId == helper)) before.End(now);
        return true;
    }

    /// <summary>Ends everything between a shop and a helper who goes, asked or given, and the private link to the statement that the helper may have kept.</summary>
    public static async Task EndAllAsync(this StoreDb db, long shopId, long helper, DateTime now, CancellationToken cancel)
    {
        foreach (var consent in await db.HelperConsents.Where(consent => consent.ShopId == shopId && consent.HelperId == helper && consent.Until == null).ToListAsync(cancel)) consent.End(now);
        await db.EndLinkAsync(shopId, helper, cancel);
    }

    /// <summary>A link that somebody made who works there no more opens nothing.</summary>
    public static async Task EndLinkAsync(this StoreDb db, long shopId, long maker, CancellationToken cancel) =>
        db.RemoveRange(await db.StatementLinks.Where(link => link.ShopId == shopId && link.MadeBy == maker).ToListAsync(cancel));
}
