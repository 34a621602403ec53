using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Which players a page may frame: exactly those whose origin the content security policy lets in.</summary>
internal sealed class OfferedPlayers(IEnumerable<IFrameSource> frames)
{
    private readonly HashSet<string> _origins = frames.Select(frame => frame.Origin).ToHashSet(StringComparer.Ordinal);

    /// <summary>The address to keep with a video; null where a link card is shown instead.</summary>
    public string? AddressOf(VideoLink link) => link.Player is { } player && _origins.Contains(player.Origin) ? player.Url : null;
}
