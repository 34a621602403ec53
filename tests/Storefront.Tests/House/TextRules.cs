using System.Text;
using System.Text.Json;

namespace Storefront.Tests.House;

/// <summary>One text as it stands in Resources/{language}/{module}.json, under its full key.</summary>
internal sealed record Phrase(string Language, string Key, string Text);

/// <summary>The texts of two languages and the places that use them; every rule answers with what breaks it.</summary>
internal static class TextRules
{
    public static IEnumerable<Phrase> Read(string language, string module, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(text => new Phrase(language, $"{module}.{text.Name}", text.Value.GetString() ?? ""))];
    }

    public static IEnumerable<string> Doubled(IEnumerable<Phrase> phrases) => phrases
        .GroupBy(phrase => (phrase.Language, phrase.Key))
        .Where(same => same.Skip(1).Any())
        .Select(same => $"{same.Key.Language}: {same.Key.Key} is given twice");

    public static IEnumerable<string> Empty(IEnumerable<Phrase> phrases) => phrases
        .Where(phrase => string.IsNullOrWhiteSpace(phrase.Text))
        .Select(phrase => $"{phrase.Language}: {phrase.Key} says nothing");

    public static IEnumerable<string> OneSided(IReadOnlyCollection<Phrase> phrases, IReadOnlyList<string> languages) =>
        from key in phrases.Select(phrase => phrase.Key).Distinct(StringComparer.Ordinal)
        from language in languages
        where !phrases.Any(phrase => phrase.Language == language && phrase.Key == key)
        select $"{key} is missing in {language}";

    /// <summary>The same {0} in every language, counted from 0 without a gap, and nothing that string.Format would choke on.</summary>
    public static IEnumerable<string> Placeholders(IReadOnlyCollection<Phrase> phrases)
    {
        foreach (var same in phrases.GroupBy(phrase => phrase.Key, StringComparer.Ordinal))
        {
            var counts = same.Select(phrase => Count(phrase.Text)).Distinct().ToArray();
            if (counts.Contains(-1))
                yield return $"{same.Key} has a brace or a number that does not belong";
            else if (counts.Length > 1)
                yield return $"{same.Key} has other placeholders in one language than in another";
        }
    }

    public static IEnumerable<string> Missing(IEnumerable<KeyUse> uses, IReadOnlySet<string> keys) => uses
        .Where(use => !(use.IsPrefix ? keys.Any(key => key.StartsWith(use.Key, StringComparison.Ordinal)) : keys.Contains(use.Key)))
        .Select(use => $"{use.Path}: no text has the key {use.Key}{(use.IsPrefix ? "…" : "")}");

    public static IEnumerable<string> Unused(IReadOnlyCollection<KeyUse> uses, IEnumerable<string> keys)
    {
        var whole = uses.Where(use => !use.IsPrefix).Select(use => use.Key).ToHashSet(StringComparer.Ordinal);
        var prefixes = uses.Where(use => use.IsPrefix).Select(use => use.Key).Distinct(StringComparer.Ordinal).ToList();
        return keys.Where(key => !whole.Contains(key) && !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(key => $"{key} is used nowhere");
    }

    /// <summary>A key put together at run time must begin with module and group, or a whole module counts as used.</summary>
    public static IEnumerable<string> TooWide(IEnumerable<KeyUse> uses) => uses
        .Where(use => use.IsPrefix && !use.Key.Split('.')[1].Any(char.IsLetter))
        .Select(use => $"{use.Path}: {use.Key}… could be any text of the module");

    /// <summary>T["x"] of a text with {0} shows the brace; T["x", y] of one without loses the value.</summary>
    public static IEnumerable<string> WrongArguments(IEnumerable<KeyUse> uses, IReadOnlyDictionary<string, string> texts) => uses
        .Where(use => use is { IsPrefix: false, WithValues: not null } && texts.TryGetValue(use.Key, out var text) && Count(text) > 0 != use.WithValues)
        .Select(use => $"{use.Path}: {use.Key} is {(use.WithValues == true ? "given values and has no placeholder" : "given no values for its placeholders")}");

    private static int Count(string text)
    {
        try
        {
            var format = CompositeFormat.Parse(text);
            var bare = Enumerable.Range(0, format.MinimumArgumentCount).All(index => text.Contains($"{{{index}", StringComparison.Ordinal));
            return bare ? format.MinimumArgumentCount : -1;
        }
        catch (FormatException)
        {
            return -1;
        }
    }
}
