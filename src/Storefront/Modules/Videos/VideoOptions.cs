namespace Storefront.Modules.Videos;

/// <summary>Settings under <c>Videos</c>.</summary>
internal sealed class VideoOptions
{
    /// <summary>Ask platforms in the background where a short link leads. Off: nothing ever leaves for them.</summary>
    public bool Resolve { get; set; }

    /// <summary>By the platform's name: use its player, or do not, other than the platform's adapter advises.</summary>
    public Dictionary<string, bool> Players { get; set; } = new(StringComparer.Ordinal);
}
