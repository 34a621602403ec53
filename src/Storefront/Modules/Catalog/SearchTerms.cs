using System.Globalization;
using System.Text;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog;

/// <summary>
/// Splits text into the terms of our index. Chinese has no spaces, so a run of characters is kept as its overlapping pairs;
/// words of letters and digits are kept with their beginnings, so that "hon" finds honey.
/// </summary>
internal static class SearchTerms
{
    public const int MostInQuery = 8;
    private const int WordLength = 16;
    private const int ShortestPrefix = 2;

    /// <summary>Under these terms a product is filed. Single characters of its name count too: who looks for 蜜 wants honey.</summary>
    public static HashSet<string> ToFile(string name, params IEnumerable<string> more)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Runs(name)) File(run, terms, singles: true);
        foreach (var run in more.SelectMany(Runs)) File(run, terms, singles: false);
        terms.RemoveWhere(term => term.Length > ProductTerm.TermLength);
        return terms;
    }

    /// <summary>All of these must match.</summary>
    public static IReadOnlyList<string> ToFind(string? query) =>
        [.. Runs(query ?? "").SelectMany(run => !run.IsChinese ? [Cut(run.Text)] : run.Length == 1 ? [run.Text] : Pairs(run)).Distinct(StringComparer.Ordinal).Take(MostInQuery)];

    private static void File(Run run, HashSet<string> terms, bool singles)
    {
        if (run.IsChinese)
        {
            terms.UnionWith(run.Length == 1 ? [run.Text] : Pairs(run));
            if (singles) terms.UnionWith(run.Text.EnumerateRunes().Select(rune => rune.ToString()));
            return;
        }
        var word = Cut(run.Text);
        terms.Add(word);
        for (var length = ShortestPrefix; length < word.Length; length++) terms.Add(word[..length]);
    }

    private static string Cut(string word) => word.Length > WordLength ? word[..WordLength] : word;

    private static IEnumerable<string> Pairs(Run run)
    {
        var runes = run.Text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return runes.Zip(runes.Skip(1), string.Concat);
    }

    private static IEnumerable<Run> Runs(string text)
    {
        var run = new StringBuilder();
        var chinese = false;
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            var isChinese = Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
            var belongs = isChinese || Rune.IsLetterOrDigit(rune);
            if (run.Length > 0 && (!belongs || isChinese != chinese))
            {
                yield return new(run.ToString(), chinese);
                run.Clear();
            }
            chinese = isChinese;
            if (belongs) run.Append(rune.ToString());
        }
        if (run.Length > 0) yield return new(run.ToString(), chinese);
    }

    /// <summary>Full-width letters become plain ones, capitals small. Half a character, which cannot be normalised, is dropped.</summary>
    private static string Plain(string text)
    {
        var whole = string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString()));
        return whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private sealed record Run(string Text, bool IsChinese)
    {
        public int Length => Text.EnumerateRunes().Count();
    }
}
