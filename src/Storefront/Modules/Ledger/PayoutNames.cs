using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Whom payouts are for, as finance reads it: the shop's name, or the helper's with the word that it is one.</summary>
internal sealed class PayoutNames(IShops shops, IAccounts accounts, Texts texts)
{
    public async Task<Func<PayoutLine, string>> ReadAsync(IReadOnlyList<PayoutLine> lines, CancellationToken cancel)
    {
        var payees = PayoutLine.PayeesOf(lines);
        var (names, people) = (await shops.FindManyAsync(payees.Shops, cancel), await accounts.FindManyAsync(payees.Helpers, cancel));
        return line => line.IsToHelper
            ? texts["ledger.payout.helper", people.GetValueOrDefault(line.HelperId) is { } person ? Name(person) : ""]
            : names.GetValueOrDefault(line.ShopId)?.Name ?? "";
    }

    private static string Name(AccountCard person) => person.Name.Length > 0 ? person.Name : person.Phone is { } phone ? Phone.Masked(phone) : "";
}
