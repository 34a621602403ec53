namespace Storefront.Modules.Accounts.Contracts;

/// <summary>Makes an account in the demo market and in tests; refused in Production.</summary>
public interface IDemoAccounts
{
    /// <summary>Makes, or finds, the account with this mobile number. Returns its id. Roles are names from <see cref="Shared.Policies"/>.</summary>
    Task<long> EnsureAsync(string phone, string email, string name, string password, IReadOnlyCollection<string> roles, CancellationToken cancel);
}
