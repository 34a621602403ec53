using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;

namespace Storefront.Modules.Moderation;

internal sealed class AuditDesk(StoreDb db, IHttpContextAccessor http, TimeProvider clock) : IAudit
{
    public void Stage(string act, string subject, string? detail = null) => db.AuditEntries.Add(new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        ActorId = http.HttpContext?.User.AccountId,
        Act = act,
        Subject = subject,
        Detail = detail is { Length: > AuditEntry.DetailLength } ? detail[..AuditEntry.DetailLength] : detail,
    });
}
