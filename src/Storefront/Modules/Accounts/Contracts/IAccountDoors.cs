namespace Storefront.Modules.Accounts.Contracts;

/// <summary>An account as an admin sees it.</summary>
/// <param name="Code">Names it in addresses and in the audit log; lets nobody in.</param>
/// <param name="ClosedAt">Closed by an admin or erased by its person; null: open.</param>
/// <param name="ErasedAt">Erased for good: it is never opened again.</param>
/// <param name="Roles">Admin roles it holds.</param>
public sealed record AccountFile(
    long Id, string Code, string Name, string? Phone, string? Email, DateTime CreatedAt, DateTime? ClosedAt, DateTime? ErasedAt, IReadOnlyList<string> Roles);

/// <summary>Closes and reopens accounts. Changes are staged on the caller's transaction, which also logs them.</summary>
public interface IAccountDoors
{
    /// <summary>Code of the account with this mobile number or e-mail, as people type them; null when there is none.</summary>
    Task<string?> FindCodeAsync(string login, CancellationToken cancel);

    Task<AccountFile?> FindAsync(string code, CancellationToken cancel);

    /// <summary>Nobody gets in any more and every session ends at once.</summary>
    Task CloseAsync(long id, CancellationToken cancel);

    /// <summary>An erased account stays shut: asking for it is the caller's bug.</summary>
    Task ReopenAsync(long id, CancellationToken cancel);
}
