namespace Storefront.Modules.Notifications.Contracts;

/// <summary>Where somebody is reached, and in which language.</summary>
/// <param name="Phone">Whole mobile number, or null.</param>
/// <param name="Language">One of <see cref="Storefront.Shared.Texts.Languages"/>.</param>
public sealed record Contact(long AccountId, string? Phone, string? Email, string Language);

/// <summary>Answered by the module that keeps the accounts.</summary>
public interface IContacts
{
    /// <summary>By account. Closed and erased accounts are left out: nobody is told there any more.</summary>
    Task<IReadOnlyDictionary<long, Contact>> FindManyAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancel);
}
