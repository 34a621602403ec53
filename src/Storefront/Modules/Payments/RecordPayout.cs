using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>Marks that a vendor is about to be called for a payout, and keeps what it answered; each in a transaction of its own, with the call between them.</summary>
internal sealed class RecordPayout(FreshWrite write, RecordPayment record, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The remittance as it stands before the call; null when somebody else has it in hand, or nothing is due.</summary>
    public Task<Remittance?> BeginAsync(long id, CancellationToken cancel) => write.RunAsync(async (db, _, token) =>
    {
        var due = await db.Remittances.Include(one => one.Payee).SingleAsync(one => one.Id == id, token);
        return due.Begin(Now) ? due : null;
    }, cancel);

    public Task RunAsync(string gateway, RemittanceSeen seen, CancellationToken cancel) => record.RunAsync(new(gateway, seen), cancel);

    public Task RunAsync(string gateway, ReversalSeen seen, CancellationToken cancel) => write.RunAsync(async (db, outbox, token) =>
    {
        await PayoutVerdicts.JudgeAsync(db, outbox, gateway, seen, token);
        return true;
    }, cancel);

    public Task RunAsync(PayeeSeen seen, CancellationToken cancel) => ChangeAsync(seen.Payee, payee => payee.Hear(seen, Now), cancel);

    public Task RunAsync(string payee, OnboardVerdict verdict, CancellationToken cancel) => ChangeAsync(payee, known =>
    {
        switch (verdict)
        {
            case OnboardVerdict.Begun begun: known.Lead(begun.VendorReference, Now); break;
            case OnboardVerdict.Refused { VendorReference: null }: known.Renew(); break;
            case OnboardVerdict.Refused { VendorReference: { } reference }: known.Stir(reference, Now); break;
            case OnboardVerdict.Unclear { VendorReference: { } reference }: known.Lead(reference, Now); break;
            default: break;
        }
    }, cancel);

    private Task<bool> ChangeAsync(string payee, Action<Payee> change, CancellationToken cancel) => write.RunAsync(async (db, _, token) =>
    {
        // Renewed meanwhile by another tab: the answer is about what nobody uses any more.
        if (await db.Payees.SingleOrDefaultAsync(one => one.Code == payee, token) is not { } known) return false;
        change(known);
        return true;
    }, cancel);
}
