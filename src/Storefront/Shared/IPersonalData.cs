namespace Storefront.Shared;

/// <summary>
/// What one module holds on a person. Host finds every implementation; a new table with somebody's name, number or address belongs to one.
/// Neither member may change money, stock or anybody else's rows.
/// </summary>
public interface IPersonalData
{
    /// <summary>The heading over this part in the file that a person downloads, in plain English words.</summary>
    string Name { get; }

    /// <summary>Everything of this module about the person, as records that become JSON; null when there is nothing. No secrets, nobody else's data.</summary>
    Task<object?> ExportAsync(long accountId, CancellationToken cancel);

    /// <summary>
    /// Removes or blanks it, in the one transaction that erases the account, after every <see cref="IErasureHindrance"/> has said nothing.
    /// Numbers, sums and states stay, so that books still balance.
    /// </summary>
    Task EraseAsync(long accountId, DateTime now, CancellationToken cancel);
}

/// <summary>Something unfinished that would be lost with the account.</summary>
/// <param name="TextKey">Text that says what to do first; it may use <paramref name="About"/> as {0}.</param>
/// <param name="Path">Where that is done.</param>
public sealed record Hindrance(string TextKey, string Path, string About = "");

/// <summary>Knows why an account cannot be erased yet. Asked for the page that explains, and again inside the transaction that erases.</summary>
public interface IErasureHindrance
{
    Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel);
}
