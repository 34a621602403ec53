using Storefront.Modules.Learn.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Learn;

/// <summary>Short lessons for sellers, and the next steps of a new shop.</summary>
internal sealed class LearnModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FinishedShops>();
        services.AddScoped<INextSteps, NextSteps>();
    }
}
