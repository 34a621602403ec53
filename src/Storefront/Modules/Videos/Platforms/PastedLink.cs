namespace Storefront.Modules.Videos.Platforms;

/// <summary>One pasted link in parts: the host checked and in lower case, the rest raw ASCII that nobody has decoded.</summary>
/// <param name="Path">At least <c>/</c>. Percent signs and dot segments stand as pasted, so a pattern that does not expect them refuses them.</param>
/// <param name="Query">Without the question mark and the fragment.</param>
internal sealed record PastedLink(string Host, string Path, string Query)
{
    public string Address => $"https://{Host}{Path}{(Query.Length > 0 ? "?" + Query : string.Empty)}";

    /// <summary>The value of a parameter; null when it is missing, and also when it is given twice, because then two readers may disagree.</summary>
    public string? Only(string name)
    {
        string? found = null;
        foreach (var pair in Query.Split('&'))
        {
            if (!pair.StartsWith(name, StringComparison.Ordinal) || pair.Length == name.Length || pair[name.Length] != '=')
                continue;
            if (found is not null)
                return null;
            found = pair[(name.Length + 1)..];
        }

        return found;
    }
}
