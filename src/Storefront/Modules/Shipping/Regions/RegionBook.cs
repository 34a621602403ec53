using System.Globalization;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Shipping.Regions;

/// <summary>Answers from the table, which is unpacked when first asked.</summary>
internal sealed class RegionBook : IRegions
{
    private readonly Lazy<RegionTable> _table = new(RegionTable.Load);

    public RegionTable Table => _table.Value;

    public IReadOnlyList<(string Code, string Name)> Children(string code)
    {
        var (level, number) = (-1, 0);
        if (code.Length > 0 && (!RegionTable.TryParse(code, out level, out number) || level == RegionTable.Town)) return [];
        var children = Table[level + 1];
        var (from, count) = children.Under(number, code.Length).GetOffsetAndLength(int.MaxValue);
        return [.. Enumerable.Range(from, count).Select(index => (CodeOf(children, index), RegionNames.Shown(children.NameAt(index))))];
    }

    public string? FullName(string code)
    {
        if (Line(code) is not { } line) return null;
        var names = new List<string>();
        foreach (var (level, index) in line.Index())
        {
            var name = Table[level].NameAt(index);
            if ((level == RegionTable.City && RegionNames.IsFiller(name)) || (names.Count > 0 && name.SequenceEqual(names[^1]))) continue;
            names.Add(name.ToString());
        }
        return string.Join(' ', names);
    }

    public string? Origin(string code)
    {
        if (Line(code) is not { } line) return null;
        var last = Math.Min(line.Count - 1, RegionTable.County);
        var province = RegionNames.Stem(Table[RegionTable.Province].NameAt(line[0])).ToString();
        var name = Table[last].NameAt(line[last]);
        return last == RegionTable.Province || (last == RegionTable.City && RegionNames.IsFiller(name)) ? province : $"{province} {RegionNames.Stem(name)}";
    }

    public static string CodeOf(RegionLevel level, int index) =>
        level.CodeAt(index).ToString(CultureInfo.InvariantCulture).PadLeft(level.Digits, '0');

    /// <summary>Where the region and its parents stand in their levels, province first; null when there is none.</summary>
    private List<int>? Line(string code)
    {
        if (!RegionTable.TryParse(code, out var last, out _)) return null;
        var line = new List<int>();
        for (var level = 0; level <= last; level++)
        {
            var index = Table[level].Find(int.Parse(code.AsSpan(0, RegionTable.Digits[level]), NumberStyles.None, CultureInfo.InvariantCulture));
            if (index < 0) return null;
            line.Add(index);
        }
        return line;
    }
}
