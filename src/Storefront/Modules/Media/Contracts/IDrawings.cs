namespace Storefront.Modules.Media.Contracts;

/// <summary>One sheet of the picture book.</summary>
/// <param name="Motif">A name and, where wanted, a colour: "jar #8C4A12".</param>
/// <param name="Seed">The same motif and seed is the same picture.</param>
public sealed record Drawing(string Motif, int Seed);

/// <summary>Draws pictures for the demo market and keeps them beside the photos. Saves in a transaction of its own: never call it inside <c>StoreDb.WriteAsync</c>.</summary>
public interface IDrawings
{
    /// <summary>Media codes in the order of the sheets; they belong to this account.</summary>
    Task<IReadOnlyList<string>> DrawAsync(IReadOnlyList<Drawing> sheets, long accountId, CancellationToken cancel);
}
