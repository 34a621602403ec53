using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts.Codes;

/// <summary>Name and password hash of somebody whose mailbox is not proven yet.</summary>
internal sealed record PendingAccount(string Name, string PasswordHash);

/// <summary>
/// Six digits have a million values, so a plain hash of them is no secret. Each code gets its own random HMAC key,
/// kept beside it encrypted with the shop's data protection keys, which are not in the database.
/// </summary>
internal sealed class CodeSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("sign-in codes");

    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", SignInCode.Digits);

    public (string Hash, byte[] Sealed) Close(string code, PendingAccount? pending)
    {
        var content = new Content(RandomNumberGenerator.GetBytes(32), pending);
        return (HashOf(content.Key, code), _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)));
    }

    public bool Fits(SignInCode code, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code.CodeHash), Encoding.ASCII.GetBytes(HashOf(Open(code).Key, typed)));

    public PendingAccount? PendingOf(SignInCode code) => Open(code).Pending;

    private static string HashOf(byte[] key, string code) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(code)));

    private Content Open(SignInCode code) => JsonSerializer.Deserialize<Content>(_protector.Unprotect(code.Sealed))!;

    private sealed record Content(byte[] Key, PendingAccount? Pending);
}
