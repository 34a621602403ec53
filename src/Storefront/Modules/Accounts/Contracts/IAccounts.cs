namespace Storefront.Modules.Accounts.Contracts;

/// <summary>Who an account is, for other modules' pages and messages.</summary>
/// <param name="Phone">Whole mobile number, or null; show it with <c>Phone.Masked</c>.</param>
/// <param name="Language">One of <see cref="Shared.Texts.Languages"/>, for messages sent to this person.</param>
public sealed record AccountCard(long Id, string Name, string? Phone, string? Email, string Language);

/// <summary>Looks accounts up. Never says anything about passwords or sessions.</summary>
public interface IAccounts
{
    Task<AccountCard?> FindAsync(long id, CancellationToken cancel);

    /// <summary>By mobile number or e-mail, as typed at sign-in.</summary>
    Task<AccountCard?> FindByLoginAsync(string login, CancellationToken cancel);

    Task<IReadOnlyDictionary<long, AccountCard>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancel);
}
