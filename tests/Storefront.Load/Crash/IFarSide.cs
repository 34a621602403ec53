using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>One charge in a bank's own book.</summary>
/// <param name="Refunds">Fen by the code under which they were asked for.</param>
internal sealed record Charged(string Attempt, long Fen, bool IsPaid, IReadOnlyDictionary<string, long> Refunds);

/// <summary>Where buyers pay: it outlives the shop and keeps a book that the shop cannot write.</summary>
internal interface IFarSide : IAsyncDisposable
{
    string Gateway { get; }

    /// <summary>What the shop must be told of it, as "--Key=Value".</summary>
    IReadOnlyList<string> Settings { get; }

    /// <summary>Whether this link leads to it.</summary>
    bool Owns(Uri link);

    /// <summary>What a buyer does there. True: the money is taken. Null: nothing was decided.</summary>
    Task<bool?> PayAsync(Visitor buyer, Uri shop, Uri link, string attempt);

    /// <summary>Misbehaves for as long as the shop lives, and behaves again afterwards.</summary>
    Task StormAsync(CancellationToken life);

    Task<IReadOnlyList<Charged>> BookAsync();
}
