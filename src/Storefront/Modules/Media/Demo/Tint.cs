using System.Globalization;

namespace Storefront.Modules.Media.Demo;

/// <summary>Colours as #RRGGBB, mixed like printing inks.</summary>
internal static class Tint
{
    public const string Ink = "#3B2C20";
    public const string Paper = "#FBF6EA";
    public const string Leaf = "#5E8454";
    public const string Wood = "#B98A55";
    public const string Straw = "#D9B36C";
    public const string Red = "#B5452F";
    public const string Steam = "#FFFFFF88";
    public const string Shade = "#3B2C2026";

    public static string Darker(string colour, int percent = 18) => Mix(colour, "#3A1F10", percent);

    public static string Lighter(string colour, int percent = 25) => Mix(colour, "#FFF8E6", percent);

    public static string Mix(string colour, string with, int percent)
    {
        var (a, b) = (int.Parse(colour.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(with.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var mixed = 0;
        foreach (var shift in (ReadOnlySpan<int>)[16, 8, 0])
        {
            var (from, to) = (a >> shift & 255, b >> shift & 255);
            mixed |= from + (to - from) * percent / 100 << shift;
        }
        return "#" + mixed.ToString("X6", CultureInfo.InvariantCulture);
    }
}
