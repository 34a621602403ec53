namespace Storefront.Modules.Shipping.Regions;

/// <summary>How people shorten the names of regions: 浙江省 → 浙江, 景宁畲族自治县 → 景宁, 恩施土家族苗族自治州 → 恩施.</summary>
internal static class RegionNames
{
    private static readonly string[] Ranks = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "区", "县", "旗", "州", "盟"];

    /// <summary>Peoples that autonomous regions are named after; some names leave out the last 族.</summary>
    private static readonly string[] Peoples =
    [
        "各族", "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克",
        "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族",
        "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "裕固族", "保安族", "独龙族",
    ];

    /// <summary>Names of rows that stand in the table only to fill a level.</summary>
    public static bool IsFiller(ReadOnlySpan<char> city) => city is "市辖区" or "县" || city.EndsWith("直辖县级行政区划", StringComparison.Ordinal);

    /// <summary>The name without its rank and peoples, never shorter than two characters: 沙县 stays 沙县.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> name)
    {
        foreach (var rank in Ranks)
        {
            if (!name.EndsWith(rank, StringComparison.Ordinal) || name.Length < rank.Length + 2) continue;
            return rank.StartsWith("自治", StringComparison.Ordinal) ? WithoutPeoples(name[..^rank.Length]) : name[..^rank.Length];
        }
        return name;
    }

    /// <summary>As shown in a list: a filler says in few words what it holds.</summary>
    public static string Shown(ReadOnlySpan<char> name) =>
        name.EndsWith("级行政区划", StringComparison.Ordinal) ? name[..^"级行政区划".Length].ToString() : name.ToString();

    private static ReadOnlySpan<char> WithoutPeoples(ReadOnlySpan<char> name)
    {
        for (var found = true; found;)
        {
            found = false;
            foreach (var people in Peoples)
            {
                if (!name.EndsWith(people, StringComparison.Ordinal) || name.Length < people.Length + 2) continue;
                name = name[..^people.Length];
                found = true;
                break;
            }
        }
        return name;
    }
}
