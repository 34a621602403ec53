namespace Storefront.Modules.Videos;

/// <summary>The entries of a list of hosts that a host may answer to: its own name, and the two patterns of <see cref="Platforms.IVideoPlatform.Hosts"/>.</summary>
internal static class HostKeys
{
    private const string Language = "??-??";

    public static IEnumerable<string> Of(string host)
    {
        yield return host;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) yield break;
        var (label, rest) = (host[..dot], host[dot..]);
        if (label.All(char.IsAsciiLetterOrDigit)) yield return "*" + rest;
        if (label.Length == Language.Length && label[2] == '-' && (label[..2] + label[3..]).All(char.IsAsciiLetterLower)) yield return Language + rest;
    }
}
