using System.Text.RegularExpressions;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;

namespace Storefront.Modules.Moderation;

/// <summary>The log is never shortened, not even for somebody who asks to be forgotten: numbers and mailboxes that an admin's words carry are masked on the way in.</summary>
internal sealed partial class AuditDesk(StoreDb db, IHttpContextAccessor http, TimeProvider clock) : IAudit
{
    private const string Mask = "****";

    public void Stage(string act, string subject, string? detail = null) => db.AuditEntries.Add(new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        ActorId = http.HttpContext?.User.AccountId,
        Act = act,
        Subject = subject,
        Detail = detail is null ? null : Cut(Traces().Replace(detail, Mask)),
    });

    private static string Cut(string detail) => detail.Length > AuditEntry.DetailLength ? detail[..AuditEntry.DetailLength] : detail;

    [GeneratedRegex(@"(?<![0-9-])1[3-9](?:[ -]?[0-9]){9}(?![0-9])|[^\s@,;:]+@[^\s@,;:]+\.[^\s@,;:]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Traces();
}
