using System.Text.RegularExpressions;

namespace Storefront.Modules.Sellers;

/// <summary>Settings under "Sellers".</summary>
internal sealed partial class SellersOptions
{
    /// <summary>Where somebody of the market answers sellers; null or empty: nobody does.</summary>
    public string? HelpPhone { get; set; }

    [GeneratedRegex(@"^\+?[0-9][0-9 -]{2,24}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex Dial { get; }
}
