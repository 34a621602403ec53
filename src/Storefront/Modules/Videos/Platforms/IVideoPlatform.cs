namespace Storefront.Modules.Videos.Platforms;

/// <summary>
/// One video platform: which hosts are its own and what their links mean. Pure text work, no request ever leaves.
/// Called for every pasted link whose host it lists. Throws for no input.
/// </summary>
internal interface IVideoPlatform
{
    /// <summary>Stored with each link, so it never changes: lower case, <c>douyin</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Exact lower-case hosts. An entry <c>*.example.com</c> stands for exactly one label of letters and digits before the rest.
    /// A resolver of short links may not leave this list either.
    /// </summary>
    IReadOnlyCollection<string> Hosts { get; }

    /// <summary>Origin of the platform's player, for CSP <c>frame-src</c>; null where nothing may be embedded.</summary>
    string? FrameOrigin { get; }

    /// <summary>
    /// Says what a link of one of <see cref="Hosts"/> is. The answer is rebuilt from the id alone, never from the pasted address:
    /// that drops what identifies the seller's phone, and every injection. A page that is no video is <see cref="VideoKind.NotAVideo"/>.
    /// </summary>
    VideoLink Read(PastedLink link);

    /// <summary>Takes the app's own words out of a share text in which every link already is a <see cref="ShareProse.LinkMark"/>.</summary>
    ShareProse ReadProse(string text);
}
