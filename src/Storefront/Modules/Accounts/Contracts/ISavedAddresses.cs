using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Accounts.Contracts;

/// <summary>An address kept with an account. <paramref name="Code"/> names it in forms; it is the owner's alone.</summary>
public sealed record SavedAddressCard(string Code, Address Address, bool IsDefault);

/// <summary>Delivery addresses that a signed-in buyer has saved.</summary>
public interface ISavedAddresses
{
    /// <summary>The account's addresses, the default first; at most twenty.</summary>
    Task<IReadOnlyList<SavedAddressCard>> ListAsync(long accountId, CancellationToken cancel);

    /// <summary>Stages an address that was just used for next time, unless the account has it already or has no room.</summary>
    Task KeepAsync(long accountId, Address address, CancellationToken cancel);
}
