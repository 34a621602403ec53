using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Shipping.Addresses;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Shipping.Regions;
using Storefront.Shared;

namespace Storefront.Modules.Shipping;

internal sealed class ShippingModule : IModule
{
    /// <summary>Chinese stays Chinese: escaped it would double the answer.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RegionBook>();
        services.AddSingleton<IRegions>(provider => provider.GetRequiredService<RegionBook>());
        services.AddSingleton<IAddressReader, AddressReader>();
        services.AddSingleton<ICarriers, CarrierBook>();
        services.AddScoped<IShipping, FreightDesk>();
        services.AddScoped<IFreightTerms, FreightDesk>();
        services.Configure<MvcOptions>(options => options.ValueProviderFactories.Add(new RegionForm.Factory()));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/regions/{code}", (string code, IRegions regions, HttpResponse response) =>
    {
        if (regions.Children(code) is not { Count: > 0 } children) return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=86400";
        return Results.Json(children.Select(child => new[] { child.Code, child.Name }), Plain);
    });
}
