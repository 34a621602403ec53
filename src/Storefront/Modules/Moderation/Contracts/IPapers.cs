namespace Storefront.Modules.Moderation.Contracts;

/// <summary>A private picture, to be shown once.</summary>
public sealed record SeenPaper(byte[] Bytes, string ContentType);

/// <summary>Private pictures under the eyes of admins.</summary>
public interface IPapers
{
    /// <summary>Opens one and saves the look in the log before the first byte leaves. The caller has checked that it may be seen here.</summary>
    /// <param name="code">Of the document; null is returned when there is none of it.</param>
    /// <param name="act">As in <see cref="IAudit.Stage"/>.</param>
    /// <param name="subject">What it belongs to, as in <see cref="IAudit.Stage"/>.</param>
    Task<SeenPaper?> LookAsync(string code, string act, string subject, CancellationToken cancel);
}
