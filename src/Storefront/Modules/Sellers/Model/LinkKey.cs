using System.Security.Cryptography;
using System.Text;

namespace Storefront.Modules.Sellers.Model;

internal static class LinkKey
{
    public const int HashLength = 64;

    /// <summary>What is stored of a link's random key of 130 bits: a plain hash, because nobody can try that many.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
