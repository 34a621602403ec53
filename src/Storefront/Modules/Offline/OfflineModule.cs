using Microsoft.AspNetCore.Antiforgery;
using Storefront.Shared;

namespace Storefront.Modules.Offline;

/// <summary>The seller's pages as an app on the phone, and what its scripts must ask before they send what waited there.</summary>
internal sealed class OfflineModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/manifest.webmanifest", [HttpMethods.Get, HttpMethods.Head],
            (string? language, Texts texts) => Results.Json(Manifest.Of(texts, language), contentType: "application/manifest+json"));
        endpoints.MapGet("/sell/phone/token", Ask);
    }

    /// <summary>Who is signed in, and a token that is fresh: the one in a page that was kept or open for long is not.</summary>
    private static IResult Ask(HttpContext context, IAntiforgery antiforgery) => Results.Json(PhoneMark.Of(context.User) is { } account
        ? new { account = (string?)account, token = antiforgery.GetAndStoreTokens(context).RequestToken }
        : new { account = (string?)null, token = (string?)null });
}
