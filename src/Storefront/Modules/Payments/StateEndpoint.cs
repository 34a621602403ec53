using Microsoft.AspNetCore.Diagnostics;

namespace Storefront.Modules.Payments;

/// <summary><c>GET /pay/{attempt}/state</c>: one word, for the page that waits for it to change.</summary>
internal static class StateEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/pay/{attempt:length(26)}/state", ReadAsync);

    private static async Task<IResult> ReadAsync(string attempt, HttpContext context, ReadAttempt read)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.Headers.CacheControl = "no-store";
        return await read.RunAsync(attempt, context.RequestAborted) is { } shown ? Results.Json(new { state = shown.Word }) : Results.NotFound();
    }
}
