using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

internal sealed class DemoAccounts(UserManager<Account> accounts, RoleManager<IdentityRole<long>> roles, TimeProvider clock, IHostEnvironment environment) : IDemoAccounts
{
    /// <summary>A slow hash is the point of a password and a nuisance for twenty people with the same one: it is computed once.</summary>
    private static readonly ConcurrentDictionary<string, string> Hashes = new(StringComparer.Ordinal);

    public async Task<long> EnsureAsync(string phone, string email, string name, string password, IReadOnlyCollection<string> asked, CancellationToken cancel)
    {
        if (environment.IsProduction()) throw new InvalidOperationException("Demo accounts are never made in Production.");
        if (await accounts.Users.FirstOrDefaultAsync(account => account.PhoneNumber == phone, cancel) is { } known) return known.Id;
        var made = new Account
        {
            UserName = Code.NewSecret(),
            PhoneNumber = phone,
            PhoneNumberConfirmed = true,
            Email = email,
            EmailConfirmed = true,
            Name = name,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        made.PasswordHash = Hashes.GetValueOrDefault(password);
        Demand(await (made.PasswordHash is null ? accounts.CreateAsync(made, password) : accounts.CreateAsync(made)));
        Hashes[password] = made.PasswordHash!;
        foreach (var role in asked)
        {
            if (!await roles.RoleExistsAsync(role)) Demand(await roles.CreateAsync(new(role)));
            Demand(await accounts.AddToRoleAsync(made, role));
        }
        return made.Id;
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
    }
}
