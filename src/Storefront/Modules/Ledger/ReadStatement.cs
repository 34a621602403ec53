using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>What the market owes a shop, line by line. The balance is the sum of the book, nothing that is kept beside it.</summary>
internal sealed class ReadStatement(StoreDb db)
{
    /// <summary>Goods + freight − commission − helper's fee = mine.</summary>
    internal sealed record Line(DateTime At, string Number, JournalKind Kind, Money Goods, Money Freight, Money Commission, Money HelperFee, Money Mine);

    internal sealed record Statement(Money Balance, Page<Line> Lines);

    public async Task<Statement> RunAsync(long shopId, int page, CancellationToken cancel)
    {
        var owed = -await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerPayable && entry.ShopId == shopId).SumAsync(entry => entry.Amount.Fen, cancel);
        var rows = await db.Journals.AsNoTracking().Where(journal => journal.ShopId == shopId).OrderByDescending(journal => journal.Id)
            .Select(journal => new
            {
                journal.At,
                journal.OrderNumber,
                journal.Kind,
                journal.Goods,
                journal.Freight,
                Commission = journal.Entries.Where(entry => entry.Account == LedgerAccount.PlatformCommission).Sum(entry => entry.Amount.Fen),
                Helper = journal.Entries.Where(entry => entry.Account == LedgerAccount.HelperFee).Sum(entry => entry.Amount.Fen),
                Mine = journal.Entries.Where(entry => entry.Account == LedgerAccount.SellerPayable).Sum(entry => entry.Amount.Fen),
            })
            .Take(page, Paging.Size).ToListAsync(cancel);
        var lines = rows.ToPage(page, Paging.Size)
            .Map(row => new Line(row.At, row.OrderNumber ?? "", row.Kind, row.Goods, row.Freight, new(-row.Commission), new(-row.Helper), new(-row.Mine)));
        return new(new(owed), lines);
    }
}
