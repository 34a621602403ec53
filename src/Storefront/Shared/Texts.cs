using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Storefront.Shared;

/// <summary>
/// Every sentence the shop says, by key ("cart.empty"), from Resources/{language}/{module}.json. One folder a language, one file a module;
/// a key missing in the asked language falls back to Chinese, a key missing everywhere shows itself (and fails a test).
/// </summary>
public sealed class Texts : IStringLocalizer
{
    /// <summary>The languages served, the first is the default.</summary>
    public static readonly IReadOnlyList<string> Languages = ["zh-CN", "en"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All = Load();

    public static string Language => Languages.FirstOrDefault(language => language == CultureInfo.CurrentUICulture.Name) ?? Languages[0];

    public LocalizedString this[string name] => Find(Language, name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(Language, name);
            return new(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    /// <summary>The text in a named language, for messages to people who are not the one asking.</summary>
    public string In(string language, string name, params object[] arguments) =>
        string.Format(CultureInfo.GetCultureInfo(language), Find(language, name).Value, arguments);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => All[Language].Select(text => new LocalizedString(text.Key, text.Value));

    /// <summary>All texts of one language, for the completeness test.</summary>
    public static IReadOnlyDictionary<string, string> Of(string language) => All[language];

    private static LocalizedString Find(string language, string name) =>
        All[language].TryGetValue(name, out var text) || All[Languages[0]].TryGetValue(name, out text)
            ? new(name, text)
            : new(name, name, resourceNotFound: true);

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load() => Languages.ToFrozenDictionary(
        language => language,
        language => typeof(Texts).Assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith($"texts/{language}/", StringComparison.Ordinal))
            .SelectMany(Read)
            .ToFrozenDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Read(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource)!;
        var module = resource[(resource.LastIndexOf('/') + 1)..];
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.Select(text => KeyValuePair.Create($"{module}.{text.Key}", text.Value)).ToList();
    }
}
