using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Alipay;

internal sealed class AlipayModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AlipayOptions>(configuration.GetSection("Payments:Alipay"));
        services.AddSingleton(provider => new LatestSetup<AlipayOptions, AlipaySetup>(provider.GetRequiredService<IOptionsMonitor<AlipayOptions>>(), options => new(options)));
        services.AddSingleton<AlipayClient>();
        services.AddVendorClient(AlipayGateway.Name);
    }
}
