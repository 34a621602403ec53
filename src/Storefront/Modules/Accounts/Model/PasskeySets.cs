using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Modules.Accounts.Model;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Code">Names it in addresses: its credential id may be a thousand bytes long.</param>
internal sealed record PasskeyCard(byte[] CredentialId, string Code, string Name, DateTime CreatedAt, DateTime? LastUsedAt);

internal static class PasskeySets
{
    public const int Most = 10;
    public const int NameLength = 60;
    public const string LastUsedAt = "LastUsedAt";
    private const int CodeBytes = 8;

    extension(StoreDb db)
    {
        public DbSet<IdentityUserPasskey<long>> Passkeys => db.Set<IdentityUserPasskey<long>>();

        /// <summary>The account's passkeys, the newest first; at most <see cref="Most"/>.</summary>
        public async Task<IReadOnlyList<PasskeyCard>> PasskeysOfAsync(long accountId, CancellationToken cancel)
        {
            var found = await db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == accountId)
                .Select(passkey => new { passkey.CredentialId, passkey.Data.Name, passkey.Data.CreatedAt, LastUsedAt = EF.Property<DateTime?>(passkey, LastUsedAt) })
                .ToListAsync(cancel);
            return [.. found.OrderByDescending(passkey => passkey.CreatedAt)
                .Select(passkey => new PasskeyCard(passkey.CredentialId, CodeOf(passkey.CredentialId), passkey.Name ?? "?", passkey.CreatedAt.UtcDateTime, passkey.LastUsedAt))];
        }
    }

    private static string CodeOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId).AsSpan(0, CodeBytes));
}
