using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Moderation;

/// <summary>Closes an account or opens it again, with a reason in the log that does not name the person: the log outlives the name.</summary>
internal sealed class CloseAccount(StoreDb db, IAccountDoors doors, IAudit audit)
{
    public Task<Outcome> RunAsync(string code, long actor, bool mayTouchAdmins, string reason, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        if (await doors.FindAsync(code, token) is not { } file) return Outcome.Unknown;
        if (file.ErasedAt is not null) return Outcome.Erased;
        if (file.Id == actor) return Outcome.Own;
        if (file.Roles.Any(Policies.AdminRoles.Contains) && !mayTouchAdmins) return Outcome.Admin;
        if (Names(file).Any(name => reason.Contains(name, StringComparison.OrdinalIgnoreCase))) return Outcome.Named;
        if (file.ClosedAt is null) await doors.CloseAsync(file.Id, token);
        else await doors.ReopenAsync(file.Id, token);
        audit.Stage(file.ClosedAt is null ? "account-closed" : "account-reopened", $"account/{file.Code}", reason);
        return Outcome.Done;
    }, cancel, outcome => outcome == Outcome.Done);

    private static IEnumerable<string> Names(AccountFile file) => new[] { file.Name, file.Phone, file.Email }.OfType<string>();

    internal enum Outcome { Done, Unknown, Erased, Own, Admin, Named }
}
