using Storefront.Shared;

namespace Storefront.Tests.House;

public sealed class TextsTests
{
    private const string Folder = "src/Storefront/Resources/";

    /// <summary>Beginnings of keys whose texts come with the modules that act; one that has its texts must leave this list.</summary>
    private static readonly string[] Owed = [];

    private static readonly IReadOnlyList<Phrase> Phrases = [.. RepoFiles.All
        .Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
        .Select(path => (path, parts: path[Folder.Length..^".json".Length].Split('/')))
        .Where(file => file.parts.Length == 2 && Texts.Languages.Contains(file.parts[0]))
        .SelectMany(file => TextRules.Read(file.parts[0], file.parts[1], RepoFiles.Read(file.path)))];

    private static readonly HashSet<string> Keys = [.. Phrases.Select(phrase => phrase.Key)];

    private static readonly HashSet<string> Modules = [.. Keys.Select(key => key.Split('.')[0])];

    private static readonly IReadOnlyList<KeyUse> Uses = [.. SourceFile.Code.Concat(SourceFile.Views).SelectMany(file => KeyUses.In(file, Modules))];

    [Fact]
    public void The_files_hold_what_the_program_reads()
    {
        Assert.Contains("site.name", Keys);
        Assert.All(Texts.Languages, language => Assert.Equal(
            Phrases.Where(phrase => phrase.Language == language).Select(phrase => phrase.Key).Order(StringComparer.Ordinal),
            Texts.Of(language).Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_text_is_given_once_and_says_something() => Finding.None(TextRules.Doubled(Phrases).Concat(TextRules.Empty(Phrases)));

    [Fact]
    public void Both_languages_hold_the_same_keys() => Finding.None(TextRules.OneSided(Phrases, Texts.Languages));

    [Fact]
    public void Placeholders_match() => Finding.None(TextRules.Placeholders(Phrases));

    [Fact]
    public void Every_used_key_exists() => Finding.OnlyOwed(TextRules.Missing(Uses, Keys), Owed);

    [Fact]
    public void Every_key_is_used() => Finding.None(TextRules.Unused(Uses, Keys));

    [Fact]
    public void Keys_made_at_run_time_can_be_checked() =>
        Finding.None(TextRules.TooWide(Uses).Concat(SourceFile.Code.Concat(SourceFile.Views).SelectMany(KeyUses.Hidden)));

    [Fact]
    public void Placeholders_get_their_values() =>
        Finding.None(TextRules.WrongArguments(Uses, Phrases.Where(phrase => phrase.Language == Texts.Languages[0]).ToDictionary(phrase => phrase.Key, phrase => phrase.Text, StringComparer.Ordinal)));
}
