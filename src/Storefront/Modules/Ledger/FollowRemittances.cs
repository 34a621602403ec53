using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>
/// Payouts that a vendor sends: arrived, refused or come back. Each word may be heard twice and in any order, and has its effect once: what has come back is told
/// as the sum of all of it, so the later word holds.
/// </summary>
internal sealed class FollowRemittances(StoreDb db, TellOfPayout tell, TimeProvider clock) : IHandle<RemittanceSettled>, IHandle<RemittanceRefused>, IHandle<RemittanceReversed>
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task HandleAsync(RemittanceSettled happened, CancellationToken cancel)
    {
        var line = await LineAsync(happened.Payout, cancel);
        if (line.Arrive(happened.Reference, Now)) await tell.RunAsync(line, PayoutAct.Paid, line.Amount, happened.Reference, cancel);
    }

    public async Task HandleAsync(RemittanceRefused happened, CancellationToken cancel) => (await LineAsync(happened.Payout, cancel)).FallBack(happened.Why);

    public async Task HandleAsync(RemittanceReversed happened, CancellationToken cancel)
    {
        var line = await LineAsync(happened.Payout, cancel);
        var part = line.GiveBack(happened.Reversed, Now);
        if (part.IsZero) return;
        var reason = line.Reason ?? line.Reference ?? line.Code;
        db.Add(part == line.Amount ? PayoutJournals.Returned(line, reason, Now) : PayoutJournals.CameBack(line, part, reason, Now));
        await tell.RunAsync(line, PayoutAct.Returned, part, reason, cancel);
    }

    private Task<PayoutLine> LineAsync(string code, CancellationToken cancel) => db.PayoutLines.SingleAsync(line => line.Code == code, cancel);
}
