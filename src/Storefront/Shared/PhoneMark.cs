using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Shared;

/// <summary>
/// By what a phone tells accounts apart that share it: what one has written there, another never sends or sees. It opens nothing.
/// Letters and digits, the same for ever, and not the account's number, since pages show no numbers.
/// </summary>
public static class PhoneMark
{
    private const int Length = 16;

    /// <summary>Null when nobody is signed in.</summary>
    public static string? Of(ClaimsPrincipal user) => user.AccountId is { } account
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("on the phone of " + account.ToString(CultureInfo.InvariantCulture))))[..Length]
        : null;
}
