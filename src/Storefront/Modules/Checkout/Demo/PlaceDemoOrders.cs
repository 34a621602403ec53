using System.Globalization;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Demo;

/// <summary>Buyers and guests of the demo market place their orders, row by row in one transaction.</summary>
internal sealed class PlaceDemoOrders(StoreDb db, IAccounts accounts, IRegions regions, IDemoGoods goods, IServiceProvider services) : IDemoStep
{
    private const string Gateway = "sandbox";

    public int Order => 50;

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(async token =>
    {
        foreach (var (row, order) in DemoOrder.All.Index())
        {
            await PlaceAsync(order, $"demo-{row}", token);
            // Later rows ask the database what earlier ones left.
            await db.SaveChangesAsync(token);
        }
    }, cancel);

    private async Task PlaceAsync(DemoOrder order, string key, CancellationToken cancel)
    {
        var to = DemoAddress.All[order.To];
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language);
        var lines = new List<CartLine>();
        foreach (var (product, size, quantity) in order.Lines) lines.Add(new(await goods.VariantAsync(product, size, cancel), quantity));
        var cart = ActivatorUtilities.CreateInstance<DemoCart>(services, lines);
        var draw = ActivatorUtilities.CreateInstance<DrawUpBill>(services, cart);
        var place = ActivatorUtilities.CreateInstance<PlaceOrder>(services, draw, cart);
        var total = (await draw.RunAsync(to.Region, cancel)).Total;
        var buyer = order.Buyer is null ? null : await accounts.FindByLoginAsync(order.Buyer, cancel);
        var address = new Address(to.Name, to.Phone, to.Region, regions.FullName(to.Region)!, to.Street);
        var outcome = await place.RunAsync(new(key, address, order.Note, Gateway, total, buyer?.Id, Remember: true), cancel);
        if (outcome is not PlaceOrder.Placed) throw new InvalidOperationException($"An order of the demo market was answered with {outcome}.");
    }
}
