using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

internal sealed class OrdersModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrderOptions>().Bind(configuration.GetSection("Orders"))
            .Validate(options => options is { DeliverAfterDays: > 0, CompleteAfterDays: > 0 }, "Orders:DeliverAfterDays and Orders:CompleteAfterDays must be more than 0.").ValidateOnStart();
        services.AddScoped<IOrders, OrderDesk>();
        services.AddScoped<IVideoSales, VideoSales>();
        services.AddScoped<OrderNotices>();
        services.AddScoped<MoveOrder>();
        services.AddScoped<PayBack>().AddScoped<TellOfRefund>().AddScoped<TellOfSending>().AddScoped<RefundOrder>().AddScoped<ReadRefunds>();
        services.AddScoped<CloseCheckout>().AddScoped<CancelOrder>();
        services.AddScoped<OrderAgain>().AddScoped<FindOrders>();
        services.AddScoped<ConfirmReceipt>();
        services.AddScoped<ShipOrder>().AddScoped<WeighOrder>();
        services.AddScoped<Demo.DemoHands>();
        services.AddScoped<SellerOrders>();
        services.AddScoped<SellerHands>().AddScoped<BuyerHands>();
    }
}
