using Storefront.Modules.Moderation.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Moderation;

internal sealed class ModerationModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IAudit, AuditDesk>();
        services.AddScoped<IPapers, PapersDesk>();
        services.AddScoped<CloseAccount>();
    }
}
