using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Gives cached public pages an ETag of their bytes and lets browsers keep them only after asking. All other answers are never stored.</summary>
internal sealed class PageTag(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isPublic = context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
        if (!isPublic)
        {
            context.Response.OnStarting(() =>
            {
                if (!context.Response.Headers.ContainsKey(HeaderNames.CacheControl)) context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            await next(context);
            return;
        }
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                context.Response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, 12))}\"";
            buffer.Position = 0;
            await buffer.CopyToAsync(body, context.RequestAborted);
        }
        finally
        {
            context.Response.Body = body;
        }
    }
}
