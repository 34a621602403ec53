using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Sandbox;

internal sealed class SandboxModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .Configure<SandboxOptions>(configuration.GetSection("Payments:Sandbox"))
        .AddSingleton<SandboxBank>().AddSingleton<SandboxPost>().AddSingleton<SandboxGateway>().AddSingleton<IPretendPayer, SandboxPayer>();
}
