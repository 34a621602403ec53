using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Pictures;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media;

internal sealed class MediaModule : IModule
{
    private const string Setting = "Media:Store";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(typeof(IMediaStore), StoreOf(configuration[Setting] ?? "Disk"));
        services.AddSingleton<Vipsthumbnail>();
        services.AddSingleton<ShrinkPhoto>();
        services.AddScoped<ServePhoto>();
        services.AddScoped<ReceivePhoto>();
        services.AddScoped<IPhotos, PhotoDesk>();
        services.AddScoped<IDocuments, DocumentDesk>();
        services.AddScoped<IDrawings, Demo.DrawingDesk>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head],
            (string name, ServePhoto serve, HttpResponse response, CancellationToken cancel) => serve.RunAsync(name, response, cancel));
        endpoints.MapPost("/sell/photos", (HttpContext context, ReceivePhoto receive, CancellationToken cancel) => receive.RunAsync(context, cancel));
    }

    private static Type StoreOf(string name) =>
        typeof(IMediaStore).Assembly.GetTypes().FirstOrDefault(type => type.IsClass && type.IsAssignableTo(typeof(IMediaStore)) && type.Name == $"{name}Store")
        ?? throw new ConfigurationException($"{Setting} is '{name}', and there is no such store; 'Disk' keeps photos in the data folder.");
}
