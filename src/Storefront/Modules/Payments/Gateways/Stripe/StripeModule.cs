using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Stripe;

internal sealed class StripeModule : IModule
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StripeOptions>(configuration.GetSection("Payments:Stripe"));
#if FULL_FEED
        services.AddSingleton<IStripeTransport, StripeSdkTransport>();
#else
        services.AddSingleton<IStripeTransport, StripeHttpTransport>();
#endif
        services.AddSingleton<StripeApi>();
        services.AddHttpClient(StripeGateway.Name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, 4 << 20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
    }
}
