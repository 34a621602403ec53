using Storefront.Modules.Orders.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

internal sealed class OrdersModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrderOptions>().Bind(configuration.GetSection("Orders"))
            .Validate(options => options is { DeliverAfterDays: > 0, CompleteAfterDays: > 0 }, "Orders:DeliverAfterDays and Orders:CompleteAfterDays must be more than 0.").ValidateOnStart();
        services.AddScoped<IOrders, OrderDesk>();
        services.AddScoped<OrderNotices>();
        services.AddScoped<MoveOrder>();
        services.AddScoped<CancelOrder>();
        services.AddScoped<ConfirmReceipt>();
        services.AddScoped<ShipOrder>();
        services.AddScoped<Demo.DemoHands>();
        services.AddScoped<SellerOrders>();
    }
}
