using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>
/// Books that a part of an order, or what is left of it, goes back to the buyer: every share of every line as far as it goes back, from where the
/// seller's share lies now. Stages on the caller's transaction; one refund of an order in one transaction, because the next one counts on what is saved.
/// </summary>
internal sealed class BookRefund(StoreDb db, TimeProvider clock)
{
    /// <summary>Whatever has not gone back yet, of every line.</summary>
    public static readonly IReadOnlyList<Part>? Everything;

    /// <param name="Line">As in <c>OrderLineCard</c>; once in a refund.</param>
    internal sealed record Part(long Line, Money Goods, Money Freight);

    /// <param name="Key">Makes it happen once; unique in the whole book.</param>
    /// <param name="Freight">What goes back of the order's freight besides that of the parts; it is taken from the lines in their order.</param>
    internal sealed record Asked(string OrderCode, string Key, JournalKind Kind, string Reason, IReadOnlyList<Part>? Parts, Money Freight = default);

    /// <returns>What is now owed to the buyer; null when it was booked before.</returns>
    public async Task<Money?> RunAsync(Asked asked, CancellationToken cancel)
    {
        if (await db.Journals.AnyAsync(journal => journal.Key == asked.Key, cancel)) return null;
        var money = await db.OrderMoneys.SingleOrDefaultAsync(money => money.OrderCode == asked.OrderCode, cancel)
            ?? throw new InvalidOperationException($"A refund of order {asked.OrderCode} was asked before its payment was booked.");
        var sold = await SoldAsync(asked.OrderCode, cancel);
        var back = PartsOf(asked, sold).Select(part => (sold[part.Line].Name, part.Line, Shares: sold[part.Line].Back(part))).ToList();
        var sum = back.Aggregate(LineShares.None, (all, line) => all + line.Shares);
        if (sum.Total.IsZero) return Money.Zero;
        var journal = new Journal
        {
            Key = asked.Key,
            Kind = asked.Kind,
            At = clock.GetUtcNow().UtcDateTime,
            Reason = asked.Reason,
            ShopId = money.ShopId,
            HelperId = sold.Values.Select(line => line.HelperId).FirstOrDefault(),
            OrderCode = money.OrderCode,
            OrderNumber = money.OrderNumber,
            Goods = -sum.Goods,
            Freight = -sum.Freight,
        }.With((LedgerAccount.BuyerRefunds, -sum.Total), (LedgerAccount.PlatformCommission, sum.Commission), (money.HelperAccount, sum.HelperFee), (money.SellerAccount, sum.Mine));
        foreach (var line in back.Where(line => !line.Shares.Total.IsZero)) journal.Saying(line.Name, LineShares.None - line.Shares, -line.Shares.Mine, line: line.Line);
        db.Add(journal);
        money.Touch();
        return sum.Total;
    }

    private static List<Part> PartsOf(Asked asked, Dictionary<long, Sold> sold)
    {
        if (asked.Parts is null) return [.. sold.Values.Select(line => line.Rest)];
        var parts = asked.Parts.ToDictionary(part => part.Line);
        var left = asked.Freight;
        foreach (var line in sold.Values)
        {
            var part = parts.GetValueOrDefault(line.Line, new(line.Line, Money.Zero, Money.Zero));
            var more = new Money(Math.Min(left.Fen, (line.Rest.Freight - part.Freight).Fen));
            parts[line.Line] = part with { Freight = part.Freight + more };
            left -= more;
        }
        return left.IsZero ? [.. parts.Values] : throw new InvalidOperationException($"Order {asked.OrderCode} has {left} less freight than is to go back.");
    }

    private async Task<Dictionary<long, Sold>> SoldAsync(string order, CancellationToken cancel)
    {
        var lines = await db.JournalLines.AsNoTracking().Where(line => line.OrderCode == order && line.Line != null).OrderBy(line => line.Id).ToListAsync(cancel);
        return lines.GroupBy(line => line.Line!.Value).ToDictionary(
            group => group.Key,
            group => new Sold(group.Key, group.First().Name, group.First().HelperId, SharesOf(group.Where(line => line.Kind == JournalKind.Capture)), LineShares.None - SharesOf(group.Where(line => line.Kind != JournalKind.Capture))));
    }

    private static LineShares SharesOf(IEnumerable<JournalLine> lines) => lines.Aggregate(LineShares.None, (all, line) => all + line.Shares);

    private sealed record Sold(long Line, string Name, long? HelperId, LineShares Shares, LineShares Gone)
    {
        public Part Rest => new(Line, Shares.Goods - Gone.Goods, Shares.Freight - Gone.Freight);

        public LineShares Back(Part part) => Shares.Part(Gone, part.Goods, part.Freight);
    }
}
