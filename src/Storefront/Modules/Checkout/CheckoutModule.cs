using Storefront.Shared;

namespace Storefront.Modules.Checkout;

internal sealed class CheckoutModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<DrawUpBill>();
        services.AddScoped<StageCheckout>();
        services.AddScoped<PlaceOrder>();
    }
}
