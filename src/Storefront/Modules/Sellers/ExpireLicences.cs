using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Tells sellers 30 days before a paper runs out, and when it has. What it covers stops selling by itself, see <see cref="IShops.ForbiddenAsync"/>.</summary>
[Every(seconds: 24 * 60 * 60)]
internal sealed class ExpireLicences(StoreDb db, INotices notices, TimeProvider clock) : ITimedWork
{
    private const int WarnDays = 30;
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await TellAsync(cancel) == AtOnce) db.ChangeTracker.Clear();
    }

    private Task<int> TellAsync(CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var today = LocalTime.Today(clock);
        var soon = today.AddDays(WarnDays);
        var due = await db.Licences.Include(licence => licence.Shop.Members)
            .Where(licence => licence.State == LicenceState.Accepted && licence.ExpiresOn <= soon)
            .Where(licence => licence.WarnedAt == null || (licence.ExpiryToldAt == null && licence.ExpiresOn < today))
            .OrderBy(licence => licence.Id).Take(AtOnce).ToListAsync(token);
        var shops = due.Select(licence => licence.ShopId).Distinct().ToList();
        var later = await db.Licences.AsNoTracking()
            .Where(licence => shops.Contains(licence.ShopId) && licence.State == LicenceState.Accepted && (licence.ExpiresOn == null || licence.ExpiresOn > soon)).ToListAsync(token);
        foreach (var licence in due) Tell(licence, later.Where(other => other.ShopId == licence.ShopId), today);
        return due.Count;
    }, cancel);

    /// <summary>A paper whose goods are all covered by a later one runs out quietly.</summary>
    private void Tell(Licence licence, IEnumerable<Licence> later, DateOnly today)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = licence.IsExpired(today);
        if (expired) licence.ExpiryTold(now);
        else licence.Warned(now);
        if (!licence.Shop.IsTrading || licence.Categories.All(category => later.Any(other => other.Categories.Contains(category)))) return;
        foreach (var member in licence.Shop.Members)
            notices.Stage(member.AccountId, expired ? "sellers.notice.expired" : "sellers.notice.expires", [licence.Shop.Name, $"{licence.ExpiresOn:yyyy-MM-dd}"], $"{Steps.Licence.Path}?{MyShopDesk.Query}={licence.Shop.Code}", Topic.LicenceExpiring);
    }
}
