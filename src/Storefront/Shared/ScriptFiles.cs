using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Storefront.Shared;

/// <summary>
/// Scripts that import each other lie behind one address that changes with any of them, /js/all.{release}/name.js: their relative imports stay
/// there, so a phone keeps all of them for a year and never mixes two releases.
/// </summary>
public sealed partial class ScriptFiles(IWebHostEnvironment environment)
{
    public const string Prefix = "/js/all.";

    private const int ReleaseLength = 10;

    private Graph? _graph;

    public string Release => Read().Release;

    public string AddressOf(string name) => $"{Prefix}{Release}/{name}.js";

    /// <summary>The script and all that it cannot begin without.</summary>
    public IReadOnlyList<string> AllOf(string name)
    {
        var (imports, found) = (Read().Imports, new List<string> { name });
        for (var at = 0; at < found.Count; at++) found.AddRange(imports[found[at]].Except(found, StringComparer.Ordinal).ToList());
        return found;
    }

    private Graph Read()
    {
        if (_graph is { } known && !known.Changed.HasChanged) return known;
        var changed = environment.WebRootFileProvider.Watch("js/*.js");
        var texts = environment.WebRootFileProvider.GetDirectoryContents("js").Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), TextOf, StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts.Select(file => $"{file.Key}\0{file.Value}"))));
        var imports = texts.ToDictionary(file => file.Key, file => Import().Matches(file.Value).Select(import => import.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        return _graph = new(Convert.ToHexStringLower(hash)[..ReleaseLength], imports, changed);
    }

    private static string TextOf(Microsoft.Extensions.FileProviders.IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""(?:from|import)\s*"[.]/(?<name>[\w-]+)[.]js["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    private sealed record Graph(string Release, Dictionary<string, List<string>> Imports, IChangeToken Changed);
}
