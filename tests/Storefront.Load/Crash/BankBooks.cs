using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;

namespace Storefront.Load.Crash;

/// <summary>
/// The banks' books beside ours, charge by charge and payment by payment: nobody is charged twice, every refund moved once under its code, every surplus went back.
/// </summary>
internal sealed class BankBooks(IReadOnlyList<Charged> charges, IReadOnlyList<PaymentAttempt> attempts, ILookup<long, Refund> refunds, IReadOnlyDictionary<string, long> kept)
{
    public static async Task<IReadOnlyList<string>> CompareAsync(StoreDb db, IReadOnlyList<Charged> charges)
    {
        var attempts = await db.PaymentAttempts.AsNoTracking().Include(attempt => attempt.Payment).ToListAsync();
        var refunds = (await db.Refunds.AsNoTracking().ToListAsync()).ToLookup(refund => refund.AttemptId);
        var orders = await db.Orders.AsNoTracking().WithRefunds().ToListAsync();
        var kept = orders.Where(order => order.IsPaid).GroupBy(order => order.CheckoutCode, StringComparer.Ordinal)
            .ToDictionary(checkout => checkout.Key, checkout => checkout.Sum(order => order.Total.Fen - order.Refunds.Sum(refund => refund.Sum.Fen)), StringComparer.Ordinal);
        return [.. new BankBooks(charges, attempts, refunds, kept).Differences()];
    }

    private IEnumerable<string> Differences()
    {
        var byAttempt = charges.ToDictionary(charge => charge.Attempt, StringComparer.Ordinal);
        foreach (var stranger in byAttempt.Keys.Except(attempts.Select(attempt => attempt.Code), StringComparer.Ordinal)) yield return $"charge of nobody's attempt {stranger}";
        foreach (var payment in attempts.GroupBy(attempt => attempt.Payment.Code, StringComparer.Ordinal))
        {
            var held = 0L;
            foreach (var attempt in payment)
            {
                var charge = byAttempt.GetValueOrDefault(attempt.Code) ?? new(attempt.Code, attempt.Amount.Fen, IsPaid: false, new Dictionary<string, long>());
                foreach (var difference in DifferencesOf(attempt, charge)) yield return difference;
                if (charge.IsPaid) held += charge.Fen - charge.Refunds.Values.Sum();
            }
            if (held != kept.GetValueOrDefault(payment.Key)) yield return $"payment {payment.Key} keeps {kept.GetValueOrDefault(payment.Key)} fen, the banks hold {held}";
        }
    }

    private IEnumerable<string> DifferencesOf(PaymentAttempt attempt, Charged charge)
    {
        if (charge.IsPaid != (attempt.State == AttemptState.Paid)) yield return $"attempt {attempt.Code} is {attempt.State}, the bank {(charge.IsPaid ? "has its money" : "has nothing")}";
        if (charge.Fen != attempt.Amount.Fen) yield return $"attempt {attempt.Code} asks for {attempt.Amount.Fen} fen, the bank for {charge.Fen}";
        var ours = refunds[attempt.Id].ToDictionary(refund => refund.Code, StringComparer.Ordinal);
        foreach (var (code, fen) in charge.Refunds.Where(moved => ours.GetValueOrDefault(moved.Key)?.Amount.Fen != moved.Value)) yield return $"refund {code} moved {fen} fen that nobody asked for";
        foreach (var refund in ours.Values.Where(refund => refund.State != RefundState.Succeeded || !charge.Refunds.ContainsKey(refund.Code)))
            yield return $"refund {refund.Key} of attempt {attempt.Code} is {refund.State} after {refund.Tries} tries, the bank has moved {charge.Refunds.GetValueOrDefault(refund.Code)} fen: {refund.Why}";
    }
}
