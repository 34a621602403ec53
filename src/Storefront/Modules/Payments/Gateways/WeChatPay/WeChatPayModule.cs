using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

internal sealed class WeChatPayModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WeChatPayOptions>(configuration.GetSection("Payments:WeChatPay"));
        services.AddSingleton(provider => new LatestSetup<WeChatPayOptions, WeChatPaySetup>(provider.GetRequiredService<IOptionsMonitor<WeChatPayOptions>>(), options => new(options)));
        services.AddSingleton<WeChatPayClient>().AddSingleton<WeChatPayer>().AddSingleton<IPayerIdentity>(provider => provider.GetRequiredService<WeChatPayer>());
        services.AddVendorClient(WeChatPayGateway.Name);
    }
}
