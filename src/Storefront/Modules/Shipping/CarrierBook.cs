using System.Text.RegularExpressions;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Shipping;

/// <summary>
/// The carriers a farmer finds in his town. Number shapes are what waybills look like today, not a rule of the carriers:
/// only shapes with letters or, for SF, of twelve digits tell one from another.
/// </summary>
internal sealed partial class CarrierBook : ICarriers
{
    private const int LongestWaybill = 32;

    private static readonly (string Key, Regex Shape)[] Shapes = [("yuantong", Yuantong()), ("jd", Jd()), ("jtexpress", JtExpress()), ("shunfeng", Shunfeng())];

    public IReadOnlyList<string> Keys { get; } =
        ["shunfeng", "zhongtong", "yuantong", "yunda", "shentong", "jtexpress", "jd", "ems", "youzhengguonei", "debangkuaidi"];

    public string? Guess(string waybill)
    {
        var number = waybill.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return number.Length > LongestWaybill ? null : Shapes.FirstOrDefault(shape => shape.Shape.IsMatch(number)).Key;
    }

    [GeneratedRegex(@"^YT\d{13}$", RegexOptions.None, 100)]
    private static partial Regex Yuantong();

    [GeneratedRegex(@"^JD[0-9A-Z]{11,15}$", RegexOptions.None, 100)]
    private static partial Regex Jd();

    [GeneratedRegex(@"^JT\d{11,13}$", RegexOptions.None, 100)]
    private static partial Regex JtExpress();

    [GeneratedRegex(@"^(?:SF\d{13}|\d{12})$", RegexOptions.None, 100)]
    private static partial Regex Shunfeng();
}
