using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>The statement as a table, for paper.</summary>
internal sealed class MoneyPrint(ReadStatement statement, IMyShop mine) : StatementPage(statement, mine)
{
    public ReadStatement.Line Sum => Statement.Lines.Items.Aggregate(
        new ReadStatement.Line(default, default, null, default, "", default, default, default, default, default, default),
        (sum, line) => sum with
        {
            Goods = sum.Goods + (line.IsSale ? line.Goods : Money.Zero),
            Freight = sum.Freight + (line.IsSale ? line.Freight : Money.Zero),
            Commission = sum.Commission + line.Commission,
            HelperFee = sum.HelperFee + line.HelperFee,
            Mine = sum.Mine + line.Mine,
            PaidOut = sum.PaidOut + line.PaidOut,
        });

    public Money Refunds => Statement.Lines.Items.Aggregate(Money.Zero, (sum, line) => sum + line.Refund);

    public Task OnGetAsync() => ReadAsync(ReadStatement.SheetSize);
}
