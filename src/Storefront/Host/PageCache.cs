using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Public pages are kept by the output cache as compressed bytes, one copy a language and encoding, until a tag is evicted.</summary>
internal sealed class PageCache(IOutputCacheStore store) : IPageCache
{
    public const string PolicyName = "public";

    public async Task EvictAsync(params IReadOnlyCollection<string> tags)
    {
        foreach (var tag in tags) await store.EvictByTagAsync(tag, CancellationToken.None);
    }

    internal sealed class Policy : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            var page = context.HttpContext.GetEndpoint()!.Metadata.GetMetadata<PublicPageAttribute>()!;
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
            context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(1);
            context.CacheVaryByRules.QueryKeys = page.QueryKeys.Length == 0 ? StringValues.Empty : page.QueryKeys.Split(',');
            context.CacheVaryByRules.VaryByValues["language"] = Texts.Language;
            context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(request);
            foreach (var tag in page.Tags) context.Tags.Add(Fill(tag, request.RouteValues));
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        private static string EncodingOf(HttpRequest request)
        {
            var accepted = request.Headers.AcceptEncoding.ToString();
            return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        }

        private static string Fill(string tag, RouteValueDictionary route)
        {
            var open = tag.IndexOf('{', StringComparison.Ordinal);
            return open < 0 ? tag : tag[..open] + route[tag[(open + 1)..^1]];
        }
    }
}

internal static class PageCacheServices
{
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddOutputCache(options => options.AddPolicy(PageCache.PolicyName, new PageCache.Policy()));
        services.AddSingleton<IPageCache, PageCache>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);
    }
}
