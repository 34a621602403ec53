using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host.PublicPages;

/// <summary>Makes a public page once and keeps it with an ETag; browsers may store it but must ask. All other answers are never stored.</summary>
internal sealed class KeepPublicPages(RequestDelegate next, PageCache cache)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is { } page && context.Items[typeof(PageKey)] is PageKey asked)
        {
            await AnswerAsync(context, page, asked with { Query = Known(context.Request.Query, page) });
            return;
        }
        context.Response.OnStarting(() =>
        {
            if (!context.Response.Headers.ContainsKey(HeaderNames.CacheControl)) context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(context);
    }

    private async Task AnswerAsync(HttpContext context, PublicPageAttribute page, PageKey key)
    {
        var kept = cache.Find(key);
        if (kept is null)
        {
            using var turn = await cache.EnterAsync(key, context.RequestAborted);
            kept = cache.Find(key) ?? await MakeAsync(context, page, key);
        }
        if (kept is not null) await GiveKeptPages.GiveAsync(context, kept);
    }

    /// <summary>Null: it was no page to keep (not found, moved), and has been answered.</summary>
    private async Task<KeptPage?> MakeAsync(HttpContext context, PublicPageAttribute page, PageKey key)
    {
        var response = context.Response;
        var tags = cache.See(page.Tags.Select(tag => Fill(tag, context.Request.RouteValues)));
        var (body, made) = (response.Body, new MemoryStream());
        response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }
        response.Headers.CacheControl = "no-cache";
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0)
        {
            response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
            response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(made.GetBuffer().AsSpan(0, (int)made.Length)).AsSpan(0, 12))}\"";
            return cache.Keep(key, [.. response.Headers], made.ToArray(), tags, page.Visit.Length > 0 ? context.Request.RouteValues[page.Visit] as string : null);
        }
        made.Position = 0;
        await made.CopyToAsync(body, context.RequestAborted);
        return null;
    }

    private static string Known(IQueryCollection query, PublicPageAttribute page) =>
        QueryString.Create(page.QueryKeys.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(query.ContainsKey).Select(key => KeyValuePair.Create(key, query[key]))).Value ?? "";

    private static string Fill(string tag, RouteValueDictionary route)
    {
        var open = tag.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? tag : tag[..open] + route[tag[(open + 1)..^1]];
    }
}
