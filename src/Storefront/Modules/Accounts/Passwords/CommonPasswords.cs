using System.Collections.Frozen;

namespace Storefront.Modules.Accounts.Passwords;

/// <summary>Passwords that everybody tries first, in any case of letters.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> All = Load();

    public static bool Contains(string password) => All.Contains(password);

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
