using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>A browser said yes: it is kept for whoever is signed in there now, and for nobody else any more.</summary>
internal sealed class KeepDevice(StoreDb db, TimeProvider clock)
{
    internal sealed record Browser(string Endpoint, string P256dh, string Auth, string Name);

    public async Task RunAsync(long accountId, Browser browser, CancellationToken cancel)
    {
        try
        {
            await db.WriteAsync(token => KeepAsync(accountId, browser, token), cancel);
        }
        catch (DbUpdateException clash) when (db.IsUniqueClash(clash))
        {
            // The same browser said so twice at once: it is kept.
            db.ChangeTracker.Clear();
        }
    }

    private async Task KeepAsync(long accountId, Browser browser, CancellationToken cancel)
    {
        var mark = PushDevice.MarkOf(browser.Endpoint);
        await db.PushDevices.Where(device => device.Mark == mark).ExecuteDeleteAsync(cancel);
        var older = await db.PushDevices.Where(device => device.AccountId == accountId).OrderByDescending(device => device.Id).Skip(PushDevice.Most - 1).ToListAsync(cancel);
        db.PushDevices.RemoveRange(older);
        db.PushDevices.Add(new()
        {
            AccountId = accountId,
            Endpoint = browser.Endpoint,
            Mark = mark,
            P256dh = browser.P256dh,
            Auth = browser.Auth,
            Name = browser.Name,
            At = clock.GetUtcNow().UtcDateTime,
        });
    }
}
