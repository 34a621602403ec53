using System.Text.RegularExpressions;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Shipping.Regions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>
/// Takes out what is certain first: the phone number, labelled parts, the region; the name is what looks most like one in the rest,
/// and everything left over is the street line.
/// </summary>
internal sealed partial class AddressReader(RegionBook regions) : IAddressReader
{
    private const int Longest = 600;

    private readonly Lazy<RegionFinder> _finder = new(() => new(regions.Table));

    public Address Read(string pasted)
    {
        var text = PlainText.Of(pasted.Length > Longest ? pasted[..Longest] : pasted);
        var phone = PhoneFinder.Take(ref text);
        var name = AddressLabels.Take(ref text);
        var region = _finder.Value.Find(text);
        var (start, end) = region is null ? (text.Length, text.Length) : (region.Start, region.End);
        var before = Pieces(text[..start]);
        var after = Pieces(text[end..]);
        if (name.Length == 0)
            name = region is null ? NameFinder.Take(before, isCertain: true) : NameFinder.Take(before, isCertain: false) is { Length: > 0 } found ? found : NameFinder.Take(after, isCertain: true, from: 1);
        var street = string.Join(' ', after.Concat(before).Where(piece => piece != PhoneFinder.Mark));
        return new(name, phone, region?.Code ?? "", region is null ? "" : regions.FullName(region.Code)!, street);
    }

    /// <summary>Parts between separators; a lone postcode is no part of an address.</summary>
    private static List<string> Pieces(string text) =>
        [.. Separators().Split(text).Select(piece => piece.Trim('.', '。', ':', '-', '_', '/')).Where(piece => piece.Length > 0 && !Postcode().IsMatch(piece))];

    /// <summary>A space between two Latin words separates nothing ("John Smith"), nor does a stroke between numbers.</summary>
    [GeneratedRegex(@"[,，、;；|\n\t\r]+|(?<![A-Za-z]) +| +(?![A-Za-z])|(?<![0-9A-Za-z])/|/(?![0-9A-Za-z])", RegexOptions.None, 100)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\d{6}$", RegexOptions.None, 100)]
    private static partial Regex Postcode();
}
