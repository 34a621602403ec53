using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>A person sends a refund again that the gateway has refused for good, under a new code: vendors remember the old one's refusal.</summary>
internal sealed class RetryRefund(StoreDb db, IAudit audit, TimeProvider clock)
{
    /// <summary>False when there is no refused refund of this code any more.</summary>
    public async Task<bool> RunAsync(string code, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var refund = await db.Refunds.FirstOrDefaultAsync(refund => refund.Code == code && refund.State == RefundState.Failed, token);
                if (refund is null) return false;
                audit.Stage("refund-retried", $"refund/{refund.Key}", refund.Amount.ToString());
                refund.Again(clock.GetUtcNow().UtcDateTime);
                return true;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
