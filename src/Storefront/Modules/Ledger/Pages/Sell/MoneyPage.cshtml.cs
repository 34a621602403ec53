using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

internal sealed class MoneyPage(ReadStatement statement, IMyShop mine) : StorePage
{
    public ReadStatement.Statement Statement { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1) =>
        Statement = await statement.RunAsync((await mine.GetAsync(Cancel)).Id, number, Cancel);
}
