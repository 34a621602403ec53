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
    /// Exact lower-case hosts. An entry <c>*.example.com</c> stands for exactly one label of letters and digits before the rest,
    /// <c>??-??.example.com</c> for the label of a language such as <c>zh-hk</c>.
    /// </summary>
    IReadOnlyCollection<string> Hosts { get; }

    /// <summary>Origin of the platform's player, for CSP <c>frame-src</c>; null where it has none for other sites.</summary>
    string? FrameOrigin { get; }

    /// <summary>
    /// Whether the player is used when the settings say nothing. False where a link card serves visitors better: the player asks for an account,
    /// nobody has seen it play lately, or it costs too much privacy even after the tap.
    /// </summary>
    bool OffersPlayer => true;

    /// <summary>
    /// Hosts, in the form of <see cref="Hosts"/>, that a short link of this platform may be asked at and lead over; it is followed nowhere else.
    /// Empty where short links stay as they are.
    /// </summary>
    IReadOnlyCollection<string> WayHosts => [];

    /// <summary>Names of platforms of the same house over whose <see cref="WayHosts"/> a short link may lead as well.</summary>
    IReadOnlyCollection<string> LeadsTo => [];

    /// <summary>
    /// Says what a link of one of <see cref="Hosts"/> is. The answer is rebuilt from the id alone, never from the pasted address:
    /// that drops what identifies the seller's phone, and every injection. A page that is no video is <see cref="VideoKind.NotAVideo"/>.
    /// </summary>
    VideoLink Read(PastedLink link);

    /// <summary>Takes the app's own words out of a share text in which every link already is a <see cref="ShareProse.LinkMark"/>.</summary>
    ShareProse ReadProse(string text) => new(text);

    /// <summary>
    /// Whether a text without any known link is one of this platform's own commands, which only its app understands: then the seller can be told
    /// what to copy instead.
    /// </summary>
    bool IsCommand(string text) => false;
}
