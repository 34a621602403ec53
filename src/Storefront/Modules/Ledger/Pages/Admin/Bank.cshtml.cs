using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>The file for the bank: what is booked, not yet sent and goes by the bank, with account numbers in clear. Each download is in the audit log.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Bank(StoreDb db, PayoutNames names, IPayoutTargets targets, IAudit audit) : StorePage
{
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await db.PayoutBatches.AnyAsync(batch => batch.Code == code && batch.State == BatchState.Ordered, Cancel)) return NotFound();
        var lines = await db.PayoutLines.AsNoTracking().Where(line => line.Batch.Code == code && line.State == PayoutState.Ordered && line.Way == PayoutWay.Bank).OrderBy(line => line.Id).ToListAsync(Cancel);
        var nameOf = await names.ReadAsync(lines, Cancel);
        var payees = PayoutLine.PayeesOf(lines);
        var (shops, helpers) = (await targets.FindManyAsync(payees.Shops, Cancel), await targets.OfHelpersAsync(payees.Helpers, Cancel));
        audit.Stage("payout-exported", $"payout/{code}", $"{lines.Count}");
        await db.SaveChangesAsync(Cancel);
        var table = new CsvTable().Row(Texts["ledger.bank.code"], Texts["ledger.bank.shop"], Texts["ledger.bank.kind"], Texts["ledger.bank.holder"], Texts["ledger.bank.number"], Texts["ledger.bank.amount"]);
        foreach (var line in lines)
        {
            var account = line.IsToHelper ? helpers.GetValueOrDefault(line.HelperId) : shops.GetValueOrDefault(line.ShopId);
            table.Row(line.Code, nameOf(line), account is null ? "" : Texts[$"ledger.bank.kind.{account.Kind}"], account?.Holder, account?.Number, line.Amount);
        }
        return File(table.ToBytes(), CsvTable.ContentType, $"payout-{code}.csv");
    }
}
