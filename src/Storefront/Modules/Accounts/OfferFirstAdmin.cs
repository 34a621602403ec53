using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>A shop in Production that nobody administers writes a link into its log by which the first admin is made. Each start writes a new one; earlier ones, of other nodes too, work until they expire.</summary>
internal sealed class OfferFirstAdmin(StoreDb db, TimeProvider clock, IHostEnvironment environment, ILogger<OfferFirstAdmin> log) : IStartStep
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (!environment.IsProduction()) return;
        var token = Code.NewSecret();
        var offered = await db.WriteAsync(async stop =>
        {
            if (await db.HasAdminAsync(stop)) return false;
            var now = clock.GetUtcNow().UtcDateTime;
            await db.FirstAdminLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(stop);
            db.FirstAdminLinks.Add(new() { TokenHash = Secrets.HashOf(token), ExpiresAt = now + FirstAdminLink.Lifetime });
            return true;
        }, cancel);
        if (offered) log.LogWarning("This shop has no admin yet. Within 24 hours, open /first-admin/{Token} on it to become the first one", token);
    }
}
