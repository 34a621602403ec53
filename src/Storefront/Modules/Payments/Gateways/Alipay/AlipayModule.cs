using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Alipay;

internal sealed class AlipayModule : IModule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AlipayOptions>(configuration.GetSection("Payments:Alipay"));
        services.AddSingleton(provider => new LatestSetup<AlipayOptions, AlipaySetup>(provider.GetRequiredService<IOptionsMonitor<AlipayOptions>>(), options => new(options)));
        services.AddSingleton<AlipayClient>();
        services.AddHttpClient(AlipayGateway.Name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, 1 << 20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
    }
}
