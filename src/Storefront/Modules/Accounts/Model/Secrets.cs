using System.Security.Cryptography;
using System.Text;

namespace Storefront.Modules.Accounts.Model;

internal static class Secrets
{
    /// <summary>What is stored of a random key of 130 bits: a plain hash, because nobody can try that many.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
