using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Cart.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

internal sealed class CartModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CartCookies>();
        services.AddScoped<CurrentCart>();
        services.AddScoped<ICart, CartDesk>();
        services.AddScoped<SetLine>();
        services.AddScoped<TidyCart>();
        services.AddScoped<KeepUiCookie>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<KeepUiCookie>());
    }
}
