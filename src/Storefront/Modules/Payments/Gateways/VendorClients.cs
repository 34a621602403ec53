namespace Storefront.Modules.Payments.Gateways;

/// <summary>How vendors are called: not for long, no more read than such an answer has, no redirect followed, nothing remembered between calls.</summary>
internal static class VendorClients
{
    private const int MostBytes = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    extension(IServiceCollection services)
    {
        /// <param name="name">The gateway's key.</param>
        public void AddVendorClient(string name) => services
            .AddHttpClient(name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
    }
}
