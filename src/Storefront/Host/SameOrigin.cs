using Microsoft.Net.Http.Headers;

using Storefront.Shared;

namespace Storefront.Host;

/// <summary>
/// Refuses changes that another site's page asked the browser for. Every browser says where a post comes from (Sec-Fetch-Site, or at least Origin);
/// cached public pages rely on this alone, all others carry an antiforgery token as well.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if (!changes || context.GetEndpoint()?.Metadata.GetMetadata<FromAnywhereAttribute>() is not null || IsOurs(request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site == "same-origin";
        return request.Headers[HeaderNames.Origin] is [{ } origin] && origin == $"{request.Scheme}://{request.Host}";
    }
}
