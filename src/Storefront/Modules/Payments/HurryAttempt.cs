using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>The payer says that it is paid: the gateway is asked in the timer's next round, and not only after the pause that has grown by then.</summary>
internal sealed class HurryAttempt(FreshWrite write, TimeProvider clock)
{
    /// <summary>False when there is no such attempt.</summary>
    public Task<bool> RunAsync(string code, CancellationToken cancel) => write.RunAsync(
        async (db, _, token) =>
        {
            var attempt = await db.PaymentAttempts.FirstOrDefaultAsync(attempt => attempt.Code == code, token);
            if (attempt is { IsLive: true }) attempt.AskSoon(clock.GetUtcNow().UtcDateTime);
            return attempt is not null;
        },
        cancel);
}
