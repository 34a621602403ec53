using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>A shop's statement of one month, or of all time, in one of its shapes.</summary>
internal abstract class StatementPage(ReadStatement statement, IMyShop mine) : StorePage
{
    /// <summary>Any day of the month.</summary>
    [FromQuery(Name = "month")]
    public DateOnly? Day { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public DateOnly? Month => Day is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    public string Query => Month is { } month ? $"?month={month:yyyy-MM-dd}" : "";

    public ShopCard Shop { get; private set; } = null!;

    public ReadStatement.Statement Statement { get; private set; } = null!;

    protected ReadStatement Reader => statement;

    protected IMyShop Mine => mine;

    /// <summary>The whole statement, or only what the visitor sold as a helper.</summary>
    protected async Task<ReadStatement.Scope> FindShopAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        return new(Shop.Id, await mine.MayAsync(ShopRight.Statement, Cancel) ? null : User.AccountId);
    }

    protected async Task ReadAsync(int size) => Statement = await statement.RunAsync(await FindShopAsync(), Month, Number, size, Cancel);
}
