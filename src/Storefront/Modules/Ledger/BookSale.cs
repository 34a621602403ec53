using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Books a paid order: what came in, and whose it is, line by line. The seller's share waits on hold.</summary>
internal sealed class BookSale(StoreDb db, IOrders orders, IHelperTerms terms, IOptions<LedgerOptions> options, TimeProvider clock)
{
    public async Task RunAsync(OrderPaid paid, CancellationToken cancel)
    {
        var key = "capture:" + paid.OrderCode;
        if (await db.Journals.AnyAsync(journal => journal.Key == key, cancel)) return;
        // Who sold for the shop when it was paid: what is agreed later changes nothing here, however late the book hears of it.
        var helper = await terms.FindAsync(paid.ShopId, paid.PaidAt, cancel);
        var lines = await ShareAsync(paid, helper, cancel);
        var sum = lines.Aggregate(LineShares.None, (all, line) => all + line.Shares);
        if (sum.Goods != paid.Goods || sum.Freight != paid.Freight)
            throw new InvalidOperationException($"Order {paid.Number} was paid for {paid.Goods} and freight {paid.Freight}; its lines are {sum.Goods} and {sum.Freight}.");
        var journal = new Journal
        {
            Key = key,
            Kind = JournalKind.Capture,
            At = clock.GetUtcNow().UtcDateTime,
            Reason = $"paid through {paid.Gateway}",
            ShopId = paid.ShopId,
            HelperId = helper?.AccountId,
            OrderCode = paid.OrderCode,
            OrderNumber = paid.Number,
            Goods = sum.Goods,
            Freight = sum.Freight,
        }.With(
            (LedgerAccount.GatewayClearing, sum.Total), (LedgerAccount.PlatformCommission, -sum.Commission),
            (LedgerAccount.HelperFee, -sum.HelperFee), (LedgerAccount.SellerPayable, -sum.Mine));
        foreach (var (card, shares) in lines) journal.Saying(card.Name, shares, shares.Mine, line: card.Line);
        db.Add(journal);
        db.Add(new OrderMoney { OrderCode = paid.OrderCode, OrderNumber = paid.Number, ShopId = paid.ShopId });
    }

    private async Task<List<(OrderLineCard Card, LineShares Shares)>> ShareAsync(OrderPaid paid, HelperTerms? helper, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(LocalTime.Of(paid.PaidAt));
        var rules = await db.CommissionRules.AsNoTracking().Where(rule => rule.From <= day && (rule.ShopId == null || rule.ShopId == paid.ShopId)).ToListAsync(cancel);
        return [.. (await orders.LinesAsync(paid.OrderCode, cancel)).Select(card =>
        {
            var points = CommissionRule.Pick(rules, paid.ShopId, card.Category, day)?.BasisPoints ?? options.Value.CommissionBasisPoints;
            return (card, LineShares.Of(card.Goods, card.Freight, points, helper));
        })];
    }
}
