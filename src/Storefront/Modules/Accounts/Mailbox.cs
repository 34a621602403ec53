using System.Text.RegularExpressions;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

/// <summary>E-mail addresses, kept in lower case.</summary>
internal static partial class Mailbox
{
    /// <summary>The address, or null when the text cannot be one. Blanks, commas and brackets would be a second recipient or a header.</summary>
    public static string? Read(string? typed)
    {
        var address = (typed ?? "").Trim();
        return address.Length <= Account.EmailLength && Shape.IsMatch(address) ? address.ToLowerInvariant() : null;
    }

    /// <summary>li***@example.com</summary>
    public static string Masked(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var masked = $"{address[..Math.Min(2, at)]}***{address[at..]}";
        return masked.Length <= Account.NameLength ? masked : masked[..Account.NameLength];
    }

    [GeneratedRegex(@"\A[^\s@,;:<>()\[\]""\\\p{C}]{1,64}@[^\s@,;:<>()\[\]""\\\p{C}]+\.[^\s@.,;:<>()\[\]""\\\p{C}]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape { get; }
}
