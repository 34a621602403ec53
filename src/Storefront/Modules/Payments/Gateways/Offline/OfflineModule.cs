using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Offline;

internal sealed class OfflineModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.Configure<OfflineOptions>(configuration.GetSection("Payments:Offline"));
}
