using System.Security.Cryptography;

namespace Storefront.Shared;

/// <summary>Random codes for URLs, in Crockford's base 32 without letters that read alike (5 bits a character).</summary>
public static class Code
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Characters of a code for public things (products, shops, videos): 50 bits, short enough to read aloud.</summary>
    public const int PublicLength = 10;

    /// <summary>Characters of a code that lets its holder in (guest orders, payment attempts, carts): 130 bits.</summary>
    public const int SecretLength = 26;

    public static string NewPublic() => RandomNumberGenerator.GetString(Alphabet, PublicLength);

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, SecretLength);
}
