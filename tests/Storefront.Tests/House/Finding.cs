namespace Storefront.Tests.House;

internal static class Finding
{
    /// <summary>Tells every breach in full: xunit's own message cuts a list short.</summary>
    public static void None(IEnumerable<string> breaches)
    {
        var found = breaches.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
