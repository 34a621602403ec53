namespace Storefront.Modules.Media.Contracts;

public enum PhotoRefusal { None, TooLarge, NotAPicture, TooManyPixels, Unreadable }

public static class PhotoRefusals
{
    /// <summary>Key of the sentence that says what is wrong and what to do.</summary>
    public static string TextKey(this PhotoRefusal refusal) => $"media.refusal.{refusal}";
}

/// <summary>What became of an upload: a code, or why not.</summary>
public sealed record PhotoOutcome(string? Code, PhotoRefusal Refusal);

/// <summary>
/// Pictures shown to everyone. Uploaded bytes are re-encoded (or at least stripped of metadata) in a process of their own, kept under a random code
/// outside the web root, and served by <c>/media/{code}-{width}</c> with a year's cache. Saving runs in a transaction of its own:
/// never call it inside <c>StoreDb.WriteAsync</c>.
/// </summary>
public interface IPhotos
{
    /// <summary>Widths that exist of every photo, in pixels.</summary>
    static readonly IReadOnlyList<int> Widths = [160, 320, 640, 1280];

    /// <param name="key">The sender's own key for this photo, up to 64 characters; the same key again answers with the same photo. Null: no key.</param>
    Task<PhotoOutcome> SaveAsync(Stream upload, long accountId, string? key, CancellationToken cancel);

    /// <summary>Keeps a drawn SVG of ours (demo market). Never reachable with an upload.</summary>
    Task<string> SaveDrawingAsync(string svg, long accountId, CancellationToken cancel);

    /// <summary>Of these codes, those that this account uploaded; anything else a form may claim is dropped.</summary>
    Task<IReadOnlyList<string>> OwnedAsync(IReadOnlyCollection<string> codes, long accountId, CancellationToken cancel);

    static string Url(string code, int width) => $"/media/{code}-{width}";
}

/// <summary>Private papers: encrypted at rest, seen only by who may, each look logged by the caller through the audit log.</summary>
public interface IDocuments
{
    /// <param name="accountId">Null: no account's (a guest's, or a paper of the books). Whoever keeps its code lets it go by <see cref="PapersDropped"/>.</param>
    Task<PhotoOutcome> SaveAsync(Stream upload, long? accountId, CancellationToken cancel);

    /// <summary>
    /// Does the work that writes down a code just saved. Where it did not, or the same form was sent twice and the first one's picture counts, the picture goes again:
    /// in a transaction of its own, and not to be called off.
    /// </summary>
    Task<T> PlaceAsync<T>(string code, Func<Task<T>> place, Func<T, bool> isPlaced);

    /// <summary>The picture's bytes and content type; null when there is none of this code. The caller checks permission.</summary>
    Task<(byte[] Bytes, string ContentType)?> OpenAsync(string code, CancellationToken cancel);

    /// <summary>Codes of everything this account has uploaded, used or not.</summary>
    Task<IReadOnlyList<string>> OwnedAsync(long accountId, CancellationToken cancel);
}
