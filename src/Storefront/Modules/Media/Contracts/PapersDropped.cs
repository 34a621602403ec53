using Storefront.Shared;

namespace Storefront.Modules.Media.Contracts;

/// <summary>Uploads that nobody needs any more, because their person was erased or their time is over: their files go. Said by <see cref="Of"/> where they may be many.</summary>
/// <param name="Papers">Codes of private papers.</param>
/// <param name="Photos">Codes of pictures.</param>
public sealed record PapersDropped(IReadOnlyList<string> Papers, IReadOnlyList<string> Photos) : IEvent
{
    /// <summary>So many codes fit into one event.</summary>
    public const int Most = 100;

    /// <summary>As many events as it takes to name them all.</summary>
    public static IEnumerable<PapersDropped> Of(IEnumerable<string> papers, IEnumerable<string> photos) =>
        papers.Chunk(Most).Select(some => new PapersDropped(some, [])).Concat(photos.Chunk(Most).Select(some => new PapersDropped([], some)));
}
