namespace Storefront.Tests.House;

internal static class Finding
{
    /// <summary>Tells every breach in full: xunit's own message cuts a list short.</summary>
    public static void None(IEnumerable<string> breaches) => OnlyOwed(breaches, []);

    /// <summary>Lets pass what ends in one of the known debts, and fails as well when a debt has been paid and still stands in the list.</summary>
    public static void OnlyOwed(IEnumerable<string> breaches, IReadOnlyList<string> owed)
    {
        var all = breaches.ToList();
        var found = all.Where(breach => !owed.Any(debt => breach.EndsWith(debt, StringComparison.Ordinal)))
            .Concat(owed.Where(debt => !all.Any(breach => breach.EndsWith(debt, StringComparison.Ordinal))).Select(debt => $"Paid, take it from the list: {debt}"))
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
