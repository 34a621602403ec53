using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Sessions;

/// <summary>
/// Sessions in the database instead of in the cookie, so that signing out, closing an account or changing its security stamp ends them at once.
/// Asked once on every request of a signed-in visitor: one query by the key's hash.
/// </summary>
internal sealed class SessionStore(IHttpContextAccessor http, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    private const string CodeItem = "session";
    private readonly IDataProtector _protector = protection.CreateProtector("sessions");

    private HttpContext Context => http.HttpContext!;

    private StoreDb Db => Context.RequestServices.GetRequiredService<StoreDb>();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The code of the session that made this request.</summary>
    public static async Task<string?> CodeOfAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(CodeItem, out var code) == true ? code : null;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var (key, code, now) = (Code.NewSecret(), Code.NewPublic(), Now);
        var accountId = ticket.Principal.AccountId!.Value;
        ticket.Properties.Items[CodeItem] = code;
        Db.Sessions.Add(new()
        {
            Code = code,
            KeyHash = Secrets.HashOf(key),
            AccountId = accountId,
            Stamp = (await Db.Accounts.Where(account => account.Id == accountId).Select(account => account.SecurityStamp).SingleAsync())!,
            Ticket = Seal(ticket),
            Device = DeviceName.Of(Context.Request.Headers.UserAgent.ToString()),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Session.Lifetime,
        });
        await Db.SaveChangesAsync(Context.RequestAborted);
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (db, hash, now) = (Db, Secrets.HashOf(key), Now);
        var idleSince = now - Session.Idle;
        var found = await db.Sessions.AsNoTracking()
            .Where(session => session.KeyHash == hash && session.ExpiresAt > now && session.LastSeenAt > idleSince)
            .Join(db.Accounts.Where(account => account.DisabledAt == null), session => new { Id = session.AccountId, Stamp = (string?)session.Stamp },
                account => new { account.Id, Stamp = account.SecurityStamp }, (session, _) => new { session.Id, session.Ticket, session.LastSeenAt })
            .FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null) return null;
        if (now - found.LastSeenAt >= Session.SeenStep) await SeeAsync(db, found.Id, now);
        return TicketSerializer.Default.Deserialize(_protector.Unprotect(found.Ticket));
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, bytes) = (Secrets.HashOf(key), Seal(ticket));
        return Db.WriteAsync(cancel => Db.Sessions.Where(session => session.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, bytes), cancel), CancellationToken.None);
    }

    public Task RemoveAsync(string key)
    {
        var hash = Secrets.HashOf(key);
        return Db.WriteAsync(cancel => Db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancel), CancellationToken.None);
    }

    private static Task SeeAsync(StoreDb db, long id, DateTime now) =>
        db.WriteAsync(cancel => db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancel), CancellationToken.None);

    private byte[] Seal(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));
}
