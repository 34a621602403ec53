using System.Globalization;
using System.IO.Compression;

namespace Storefront.Modules.Shipping.Regions;

/// <summary>The regions as shipped (Resources/regions/SOURCE.txt says where from), unpacked once.</summary>
internal sealed class RegionTable
{
    public const int Province = 0, City = 1, County = 2, Town = 3;

    /// <summary>Digits of a code at each level.</summary>
    public static readonly IReadOnlyList<int> Digits = [2, 4, 6, 9];

    private readonly RegionLevel[] _levels;

    private RegionTable(RegionLevel[] levels) => _levels = levels;

    public RegionLevel this[int level] => _levels[level];

    public static RegionTable Load()
    {
        var builders = Digits.Select(digits => new RegionLevel.Builder(digits)).ToArray();
        var here = new int[Digits.Count];
        using var packed = typeof(RegionTable).Assembly.GetManifestResourceStream("regions/china")!;
        using var lines = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line) Add(line, builders, here);
        return new([.. builders.Select(builder => builder.Build())]);
    }

    /// <summary>The level a code belongs to and its number; false for anything that is no code.</summary>
    public static bool TryParse(string code, out int level, out int number)
    {
        level = Digits.Index().FirstOrDefault(entry => entry.Item == code.Length, (Index: -1, Item: 0)).Index;
        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out number) && level >= 0;
    }

    /// <summary>As many tabs as it has parents, the digits its parent does not have, its name; parents come first.</summary>
    private static void Add(string line, RegionLevel.Builder[] builders, int[] here)
    {
        var level = line.LastIndexOf('\t') + 1;
        var own = Digits[level] - (level == 0 ? 0 : Digits[level - 1]);
        var digits = int.Parse(line.AsSpan(level, own), NumberStyles.None, CultureInfo.InvariantCulture);
        here[level] = level == 0 ? digits : here[level - 1] * (int)Math.Pow(10, own) + digits;
        builders[level].Add(here[level], line.AsSpan(level + own));
    }
}
