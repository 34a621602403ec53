namespace Storefront.Tests.Modules.Histories;

/// <summary>What has happened over all histories: a step that never did anything has shown nothing.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Count(string what, int times = 1) => _counts[what] = _counts.GetValueOrDefault(what) + times;

    public void DemandEach(params ReadOnlySpan<string> whats)
    {
        foreach (var what in whats) Assert.True(_counts.GetValueOrDefault(what) > 0, $"'{what}' has never happened: {this}");
    }

    public override string ToString() => string.Join(", ", _counts.Select(count => $"{count.Value} {count.Key}"));
}
