using System.Globalization;
using System.Text.RegularExpressions;
using Storefront.Modules.Shipping.Regions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>A province, city or county with the ways people write it.</summary>
/// <param name="OnlyCounty">The county itself, or the single county of a city that has no other (东莞市); null where towns do not follow at once.</param>
internal sealed partial record RegionName(int Level, string Code, string Whole, string Stem, int? OnlyCounty)
{
    private static readonly string[] Municipalities = ["11", "12", "31", "50"];
    private static readonly string[] ProvinceRanks = ["省", "自治区"], MunicipalityRanks = ["市"], CityRanks = ["市", "地区", "州", "盟"], CountyRanks = ["县", "区", "市", "旗"];
    private static readonly string[] Fillers = ["省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县级行政区划", "省直辖县", "自治区直辖县", "市辖区", "市辖县"];

    public bool IsMunicipality => Level == RegionTable.Province && Municipalities.Contains(Code);

    /// <summary>The code an address gets where nothing more follows: the county, where a city is only one.</summary>
    public string Deepest => OnlyCounty is { } county && Level == RegionTable.City ? county.ToString(CultureInfo.InvariantCulture) : Code;

    public IReadOnlyList<string> Ranks => Level switch
    {
        RegionTable.Province => IsMunicipality ? MunicipalityRanks : ProvinceRanks,
        RegionTable.City => CityRanks,
        _ => CountyRanks,
    };

    public static IEnumerable<RegionName> All(RegionTable table)
    {
        for (var level = RegionTable.Province; level <= RegionTable.County; level++)
        {
            var (from, count) = table[level].Under(0, 0).GetOffsetAndLength(int.MaxValue);
            for (var index = from; index < from + count; index++)
            {
                var name = table[level].NameAt(index).ToString();
                if (level != RegionTable.City || !RegionNames.IsFiller(name))
                    yield return new(level, RegionBook.CodeOf(table[level], index), name, RegionNames.Stem(name).ToString(), OnlyCountyOf(table, level, index));
            }
        }
    }

    public bool IsUnder(RegionName parent) => Level > parent.Level && Code.StartsWith(parent.Code, StringComparison.Ordinal);

    /// <summary>Words between a region and its parts that name nothing: 市辖区, or a municipality's name once more.</summary>
    public int FillerLength(ReadOnlySpan<char> text)
    {
        foreach (var filler in Fillers)
        {
            if (text.StartsWith(filler, StringComparison.Ordinal)) return filler.Length;
        }
        return !IsMunicipality ? 0 : text.StartsWith(Whole, StringComparison.Ordinal) ? Whole.Length : 0;
    }

    /// <summary>True where a short name is only the beginning of a street's or of another region's name: 朝阳 in 朝阳路, 南昌 in 南昌县.</summary>
    public static bool GoesOn(ReadOnlySpan<char> rest) => MoreOfAName().IsMatch(rest);

    /// <summary>Characters of the text that are this town's name, in full or as said: 板桥乡 for 板桥畲族乡, 某某街道办事处.</summary>
    public static int TownLength(ReadOnlySpan<char> town, ReadOnlySpan<char> text)
    {
        if (text.StartsWith(town, StringComparison.Ordinal))
        {
            var rest = text[town.Length..];
            return town.Length + (!town.EndsWith("街道", StringComparison.Ordinal) ? 0 : rest.StartsWith("办事处", StringComparison.Ordinal) ? 3 : 0);
        }
        if (!town.EndsWith("族乡", StringComparison.Ordinal)) return 0;
        var stem = RegionNames.Stem($"{town[..^1]}自治县");
        return text.StartsWith(stem, StringComparison.Ordinal) && text.Length > stem.Length && text[stem.Length] == '乡' ? stem.Length + 1 : 0;
    }

    private static int? OnlyCountyOf(RegionTable table, int level, int index)
    {
        var code = table[level].CodeAt(index);
        if (level == RegionTable.County) return code;
        if (level == RegionTable.Province) return null;
        var counties = table[RegionTable.County];
        var (from, count) = counties.Under(code, RegionTable.Digits[level]).GetOffsetAndLength(int.MaxValue);
        return count == 1 ? counties.CodeAt(from) : null;
    }

    [GeneratedRegex("^(?:[省市县区州盟旗]|[东南西北中]?[一二三四五六七八九0-9]*(?:[路街巷弄桥站里道镇乡村]|大[道街]))", RegexOptions.None, 100)]
    private static partial Regex MoreOfAName();
}
