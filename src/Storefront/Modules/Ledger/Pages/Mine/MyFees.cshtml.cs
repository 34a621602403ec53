using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Mine;

/// <summary>What growers thank a helper with, over all shops, the lines it comes from and what was sent of it. Stays to be read when the help has ended.</summary>
internal sealed class MyFees(StoreDb db, ReadStatement statement, Balances balances, IShops shops, IPayoutTargets targets, IOptions<LedgerOptions> options) : StorePage
{
    private const int LastPayouts = 12;
    private IReadOnlyDictionary<long, ShopCard> _shops = new Dictionary<long, ShopCard>();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>Less than this waits for the next payouts.</summary>
    public Money Minimum => new(options.Value.MinimumPayout);

    public Balances.Earnings Fees { get; private set; } = null!;

    /// <summary>Whether the market knows where to send them.</summary>
    public bool HasAccount { get; private set; }

    public IReadOnlyList<PayoutLine> Payouts { get; private set; } = [];

    public Page<ReadStatement.Line> Lines { get; private set; } = Page<ReadStatement.Line>.Empty;

    public string NameOf(long shop) => _shops.GetValueOrDefault(shop)?.Name ?? "";

    public async Task OnGetAsync()
    {
        var me = User.AccountId!.Value;
        Fees = await balances.OfHelperAsync(me, Cancel);
        Lines = await statement.PageAsync(new(ShopId: null, me), Number, Cancel);
        HasAccount = Fees.WasSent || (await targets.OfHelpersAsync([me], Cancel)).Count > 0;
        _shops = await shops.FindManyAsync([.. Fees.Earned.Select(shop => shop.ShopId).Concat(Lines.Items.Select(line => line.ShopId)).Distinct()], Cancel);
        if (!Fees.WasSent) return;
        Payouts = await db.PayoutLines.AsNoTracking()
            .Where(line => line.HelperId == me && (line.State == PayoutState.Ordered || line.State == PayoutState.Paid || line.State == PayoutState.Returned))
            .Include(line => line.Batch).OrderByDescending(line => line.Id).Take(LastPayouts).ToListAsync(Cancel);
    }
}
