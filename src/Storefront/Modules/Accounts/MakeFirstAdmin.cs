using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Makes the shop's first admin of whoever holds the link. All links are used up in the same transaction.</summary>
internal sealed class MakeFirstAdmin(StoreDb db, UserManager<Account> accounts, RoleManager<IdentityRole<long>> roles, TimeProvider clock)
{
    public Task<Outcome> RunAsync(string token, Admin admin, CancellationToken cancel) => db.WriteAsync(async stop =>
    {
        var (hash, now) = (Secrets.HashOf(token), clock.GetUtcNow().UtcDateTime);
        if (await db.FirstAdminLinks.Where(link => link.TokenHash == hash && link.ExpiresAt > now).ExecuteDeleteAsync(stop) == 0 || await db.HasAdminAsync(stop)) return Outcome.NoLink;
        await db.FirstAdminLinks.ExecuteDeleteAsync(stop);
        if (await TakenAsync(admin, stop) is var taken and not Outcome.Made) return taken;
        var account = Account.New(admin.Name, admin.Phone, admin.Email, passwordHash: null, now);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, admin.Password);
        (await accounts.CreateAsync(account)).Demand();
        if (!await roles.RoleExistsAsync(Policies.AdminRole)) (await roles.CreateAsync(new(Policies.AdminRole))).Demand();
        (await accounts.AddToRoleAsync(account, Policies.AdminRole)).Demand();
        return Outcome.Made;
    }, cancel, outcome => outcome == Outcome.Made);

    private async Task<Outcome> TakenAsync(Admin admin, CancellationToken cancel)
    {
        var email = admin.Email.ToUpperInvariant();
        if (await db.Accounts.AnyAsync(account => account.NormalizedEmail == email, cancel)) return Outcome.EmailTaken;
        return await db.Accounts.AnyAsync(account => account.PhoneNumber == admin.Phone, cancel) ? Outcome.PhoneTaken : Outcome.Made;
    }

    internal sealed record Admin(string Name, string Email, string Phone, string Password);

    internal enum Outcome { Made, NoLink, EmailTaken, PhoneTaken }
}
