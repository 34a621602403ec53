using Storefront.Modules.Shipping.Regions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>A region found in a text: the deepest code and where its names stand.</summary>
internal sealed record RegionMatch(string Code, int Start, int End, int Score);

/// <summary>
/// Finds the names of regions in a text, however people shorten them: ranks left out (浙江丽水), levels left out (浙江省义乌市, 松阳县), written twice.
/// Tries every place to begin, follows each line of parents and children, and believes the one with the most evidence.
/// </summary>
internal sealed class RegionFinder(RegionTable table)
{
    /// <summary>A whole name, a short name with a rank, a bare short name.</summary>
    private const int Whole = 4, Ranked = 3, Bare = 2;

    private readonly ILookup<string, RegionName> _names = RegionName.All(table).ToLookup(name => name.Stem[..2], StringComparer.Ordinal);

    public RegionMatch? Find(string text)
    {
        RegionMatch? best = null;
        for (var start = 0; start < text.Length - 1; start++)
        {
            if (At(text, start) is { } match && Twice(text, match) is var whole && whole.Score > (best?.Score ?? 0)) best = whole;
        }
        return best;
    }

    /// <summary>"所在地区: 浙江省丽水市松阳县, 详细地址: 浙江省丽水市松阳县玉岩镇…": the second mention belongs to the region as well.</summary>
    private RegionMatch Twice(string text, RegionMatch first) =>
        At(text, Skip(text, first.End)) is not { } again || !(again.Code.StartsWith(first.Code, StringComparison.Ordinal) || first.Code.StartsWith(again.Code, StringComparison.Ordinal)) ? first
        : again.Code.Length > first.Code.Length ? again with { Start = first.Start, Score = Math.Max(first.Score, again.Score) }
        : first with { End = again.End, Score = Math.Max(first.Score, again.Score) };

    /// <summary>The best reading that begins exactly here. Of readings with the same evidence none is right: 鼓楼区 alone lies in four cities.</summary>
    private RegionMatch? At(string text, int start)
    {
        var readings = new List<RegionMatch>();
        Follow(text, start, start, null, 0, readings);
        return readings.Where(reading => reading.Score >= Whole).GroupBy(reading => reading.Score).OrderByDescending(group => group.Key)
            .FirstOrDefault(group => group.Select(reading => reading.Code).Distinct(StringComparer.Ordinal).Count() == 1)?.First();
    }

    private void Follow(string text, int start, int position, RegionName? parent, int score, List<RegionMatch> readings)
    {
        if (position + 2 > text.Length) return;
        foreach (var name in _names[text.Substring(position, 2)])
        {
            if (parent is not null && !name.IsUnder(parent)) continue;
            var (length, evidence) = Read(name, text.AsSpan(position));
            if (length == 0) continue;
            var end = position + length;
            var next = Skip(text, end, name);
            readings.Add(new(name.Deepest, start, end, score + evidence));
            if (Town(text, next, name) is { } town) readings.Add(town with { Start = start, Score = score + evidence + town.Score });
            if (name.Level < RegionTable.County) Follow(text, start, next, name, score + evidence, readings);
        }
    }

    private static (int Length, int Evidence) Read(RegionName name, ReadOnlySpan<char> text)
    {
        if (text.StartsWith(name.Whole, StringComparison.Ordinal)) return (name.Whole.Length, Whole);
        if (!text.StartsWith(name.Stem, StringComparison.Ordinal)) return default;
        var rest = text[name.Stem.Length..];
        if (name.IsMunicipality && rest.StartsWith(name.Whole, StringComparison.Ordinal)) return (name.Stem.Length + name.Whole.Length, Whole);
        foreach (var rank in name.Ranks)
        {
            if (rest.StartsWith(rank, StringComparison.Ordinal)) return (name.Stem.Length + rank.Length, Ranked);
        }
        return RegionName.GoesOn(rest) ? default : (name.Stem.Length, Bare);
    }

    /// <summary>The longest town name of this county that stands here.</summary>
    private RegionMatch? Town(string text, int position, RegionName county)
    {
        if (county.OnlyCounty is not { } code || position >= text.Length) return null;
        var towns = table[RegionTable.Town];
        var (from, count) = towns.Under(code, RegionTable.Digits[RegionTable.County]).GetOffsetAndLength(int.MaxValue);
        RegionMatch? best = null;
        for (var index = from; index < from + count; index++)
        {
            var length = RegionName.TownLength(towns.NameAt(index), text.AsSpan(position));
            if (length > 0 && position + length > (best?.End ?? 0)) best = new(RegionBook.CodeOf(towns, index), position, position + length, Whole);
        }
        return best;
    }

    private static int Skip(string text, int position, RegionName? after = null)
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]) || text[position] is ',' or '，' or '、' or '/' or '-' or '·' or '>' or '|' or '.' or '\u0001') position++;
            else if (after?.FillerLength(text.AsSpan(position)) is > 0 and var filler) position += filler;
            else break;
        }
        return position;
    }
}
