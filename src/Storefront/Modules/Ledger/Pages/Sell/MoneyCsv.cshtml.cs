using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>The statement as a file for a spreadsheet: every line of the month, or of all time.</summary>
internal sealed class MoneyCsv(ReadStatement statement, IMyShop mine) : StatementPage(statement, mine)
{
    public async Task<IActionResult> OnGetAsync()
    {
        var lines = await Reader.AllAsync(await FindShopAsync(), Month, Cancel);
        var helper = lines.Exists(line => !line.HelperFee.IsZero);
        var table = new CsvTable().Row(Cells(helper, Texts["ledger.when"], Texts["ledger.order"], Texts["ledger.kind"], Texts["ledger.what"],
            [Texts["ledger.goods"], Texts["ledger.freight"], Texts["ledger.commission"]], Texts["ledger.helper"], [Texts["ledger.refund"], Texts["ledger.mine"], Texts["ledger.sent"]]));
        foreach (var line in lines)
        {
            table.Row(Cells(helper, line.At, line.Number, Texts[$"ledger.kind.{line.Kind}"], line.Name,
                [line.IsSale ? line.Goods : Money.Zero, line.IsSale ? line.Freight : Money.Zero, -line.Commission], -line.HelperFee, [-line.Refund, line.Mine, line.PaidOut]));
        }
        return File(table.ToBytes(), CsvTable.ContentType, Month is { } month ? $"money-{month:yyyy-MM}.csv" : "money.csv");
    }

    private static IEnumerable<object?> Cells(bool helper, object at, object? number, object kind, object name, object[] sale, object fee, object[] mine) =>
        [at, number, kind, name, .. sale, .. helper ? [fee] : Array.Empty<object>(), .. mine];
}
