namespace Storefront.Shared;

/// <summary>The only wiring of a module. Host finds every implementation in the assembly; nobody names one.</summary>
public interface IModule
{
    /// <summary>Registers the module's desks, use cases, event handlers and options.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps end points that are not Razor pages (notices, JSON for the page's own script).</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
