using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Storefront.Shared;

namespace Storefront.Host.PublicPages;

/// <summary>
/// Public pages as the compressed bytes and headers that were sent, one copy a language and encoding, until a tag is evicted or a minute is over.
/// The framework's output cache unpacks each copy from an envelope and stands behind routing: measured, a third of a warm page's time.
/// </summary>
internal sealed class PageCache(TimeProvider clock) : IPageCache
{
    private const long Room = 64 * 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PageKey, KeptPage> _pages = [];
    private readonly ConcurrentDictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PageKey, SemaphoreSlim> _makers = [];
    private long _size;

    public Task EvictAsync(params IReadOnlyCollection<string> tags)
    {
        foreach (var tag in tags) Find(tag).Advance();
        return Task.CompletedTask;
    }

    public KeptPage? Find(PageKey key) => _pages.TryGetValue(key, out var page) && page.IsFresh(clock) ? page : null;

    /// <summary>How the tags stand before a page is made: a change while it is being made leaves it stale from its first moment.</summary>
    public IReadOnlyList<TagSeen> See(IEnumerable<string> tags) => [.. tags.Select(name => Find(name)).Select(tag => new TagSeen(tag, tag.Version))];

    public KeptPage Keep(PageKey key, IReadOnlyList<KeyValuePair<string, StringValues>> headers, byte[] body, IReadOnlyList<TagSeen> tags, string? visit = null)
    {
        var page = new KeptPage(headers, body, tags, clock.GetUtcNow() + Life, visit);
        if (Interlocked.Add(ref _size, body.Length) > Room)
        {
            _pages.Clear();
            Interlocked.Exchange(ref _size, body.Length);
        }
        if (_pages.TryRemove(key, out var old)) Interlocked.Add(ref _size, -old.Body.Length);
        return _pages[key] = page;
    }

    /// <summary>One request makes the page; those that came meanwhile wait here and then find it.</summary>
    public async Task<IDisposable> EnterAsync(PageKey key, CancellationToken cancel)
    {
        var maker = _makers.GetOrAdd(key, _ => new(1));
        await maker.WaitAsync(cancel);
        return new Turn(() =>
        {
            _makers.TryRemove(key, out _);
            maker.Release();
        });
    }

    private Tag Find(string name) => _tags.GetOrAdd(name, _ => new());

    internal sealed class Tag
    {
        private long _version;

        public long Version => Volatile.Read(ref _version);

        public void Advance() => Interlocked.Increment(ref _version);
    }

    internal readonly record struct TagSeen(Tag Tag, long Version);

    private sealed class Turn(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}

/// <param name="Query">As it was sent; a page is kept under the keys it knows only.</param>
internal readonly record struct PageKey(string Scheme, string Host, string Path, string Query, string Language, string Encoding)
{
    public static PageKey Of(HttpRequest request) => new(
        request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "", Culture.Of(request), EncodingOf(request));

    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}

/// <param name="Visit">What is visited by looking at it; null where nobody counts.</param>
internal sealed record KeptPage(
    IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body, IReadOnlyList<PageCache.TagSeen> Tags, DateTimeOffset Until, string? Visit = null)
{
    public bool IsFresh(TimeProvider clock)
    {
        foreach (var seen in Tags)
            if (seen.Tag.Version != seen.Version) return false;
        return clock.GetUtcNow() < Until;
    }
}

internal static class PageCacheServices
{
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        services.AddSingleton<IPageCache>(provider => provider.GetRequiredService<PageCache>());
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);
    }
}
