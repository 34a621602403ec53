namespace Storefront.Modules.Videos.Platforms;

/// <summary>What the seller wrote, without the sentences the app added.</summary>
/// <param name="Text">The remaining words; link marks and <c>#hashtags</c> may still stand in it.</param>
/// <param name="Hint">
/// What the app's sentences say the link is. One short link serves videos, pictures, profiles and live rooms,
/// so this may label a link that could not be resolved but is never stored as its kind. Null when they say nothing.
/// </param>
internal sealed record ShareProse(string Text, VideoKind? Hint = null)
{
    /// <summary>Stands where a link stood: some apps put their noise right behind it.</summary>
    public const char LinkMark = '\uFFFC';
}
