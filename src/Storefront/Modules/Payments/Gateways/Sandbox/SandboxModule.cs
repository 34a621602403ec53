using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Sandbox;

internal sealed class SandboxModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<SandboxBank>().AddSingleton<SandboxPost>().AddSingleton<SandboxGateway>().AddSingleton<IPretendPayer, SandboxPayer>();
}
