using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Mine;

/// <summary>What growers owe a helper, over all shops, and the lines it comes from. Stays to be read when the help has ended.</summary>
internal sealed class MyFees(ReadStatement statement, Balances balances, IShops shops) : StorePage
{
    private IReadOnlyDictionary<long, ShopCard> _shops = new Dictionary<long, ShopCard>();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<(long ShopId, Money Fee)> ByShop { get; private set; } = [];

    public Money Sum => ByShop.Aggregate(Money.Zero, (sum, shop) => sum + shop.Fee);

    public Page<ReadStatement.Line> Lines { get; private set; } = Page<ReadStatement.Line>.Empty;

    public string NameOf(long shop) => _shops.GetValueOrDefault(shop)?.Name ?? "";

    public async Task OnGetAsync()
    {
        var me = User.AccountId!.Value;
        ByShop = await balances.OfHelperAsync(me, Cancel);
        Lines = (await statement.RunAsync(new(ShopId: null, me), month: null, Number, Paging.Size, Cancel)).Lines;
        _shops = await shops.FindManyAsync([.. ByShop.Select(shop => shop.ShopId).Concat(Lines.Items.Select(line => line.ShopId)).Distinct()], Cancel);
    }
}
