using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

internal sealed class WeChatPayModule : IModule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WeChatPayOptions>(configuration.GetSection("Payments:WeChatPay"));
        services.AddSingleton(provider => new LatestSetup<WeChatPayOptions, WeChatPaySetup>(provider.GetRequiredService<IOptionsMonitor<WeChatPayOptions>>(), options => new(options)));
        services.AddSingleton<WeChatPayClient>().AddSingleton<WeChatPayer>().AddSingleton<IPayerIdentity>(provider => provider.GetRequiredService<WeChatPayer>());
        services.AddHttpClient(WeChatPayGateway.Name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, 1 << 20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
    }
}
