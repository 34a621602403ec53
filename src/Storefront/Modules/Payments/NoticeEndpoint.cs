using Microsoft.AspNetCore.Diagnostics;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary><c>POST /pay/notices/{gateway}</c>: raw bytes in, the gateway's exact reply out.</summary>
internal static class NoticeEndpoint
{
    private const int Limit = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/pay/notices/{gateway}", ReceiveAsync).DisableAntiforgery().WithMetadata(new FromAnywhereAttribute());

    private static async Task ReceiveAsync(string gateway, HttpContext context, ReceiveNotice receive, TimeProvider clock)
    {
        // An empty refusal must stay empty: no error page for machines.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        if (await ReadAsync(context.Request) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (await receive.RunAsync(gateway, new(body, headers, clock.GetUtcNow().UtcDateTime), context.RequestAborted) is not { } reply)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.StatusCode = reply.Status;
        if (reply.Body.Length == 0) return;
        context.Response.ContentType = reply.ContentType;
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    /// <summary>Null when there is more than any gateway sends.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit) return null;
        using var body = new MemoryStream();
        var piece = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > Limit) return null;
            body.Write(piece, 0, read);
        }
        return body.ToArray();
    }
}
