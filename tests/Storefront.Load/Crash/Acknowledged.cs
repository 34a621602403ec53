using System.Collections.Concurrent;

namespace Storefront.Load.Crash;

/// <summary>What the shop or a bank has told somebody. It must outlive everything.</summary>
internal sealed class Acknowledged
{
    private int _cutOff;
    private int _sentAgain;
    private int _declined;

    /// <summary>Attempts whose order was placed.</summary>
    public ConcurrentBag<string> Placed { get; } = [];

    /// <summary>Attempts for which a bank has taken money.</summary>
    public ConcurrentBag<string> Taken { get; } = [];

    /// <summary>Codes of orders that their buyer called off.</summary>
    public ConcurrentBag<string> CalledOff { get; } = [];

    /// <summary>Codes of orders whose parcel has arrived.</summary>
    public ConcurrentBag<string> Received { get; } = [];

    /// <summary>Reasons of partial refunds; no two are the same.</summary>
    public ConcurrentBag<string> GivenBack { get; } = [];

    /// <summary>Codes of batches that were booked.</summary>
    public ConcurrentBag<string> Ordered { get; } = [];

    /// <summary>Codes of payouts marked paid, and of those marked returned.</summary>
    public ConcurrentBag<string> PaidOut { get; } = [];

    public ConcurrentBag<string> Returned { get; } = [];

    /// <summary>Numbers of orders that sellers have seen.</summary>
    public ConcurrentBag<string> Numbers { get; } = [];

    /// <summary>People in the middle of something when the shop died.</summary>
    public int CutOffs => _cutOff;

    /// <summary>Answers of banks, yes and no.</summary>
    public int Answers => Taken.Count + _declined;

    public int GoneBack => CalledOff.Count + GivenBack.Count;

    public void CutOff() => Interlocked.Increment(ref _cutOff);

    public void SentAgain() => Interlocked.Increment(ref _sentAgain);

    public void Declined() => Interlocked.Increment(ref _declined);

    public override string ToString() =>
        $"{Placed.Count} orders, {Answers} answers of banks, {CalledOff.Count} orders called off, {GivenBack.Count} parts given back, {Received.Count} parcels received, "
        + $"{Ordered.Count} batches booked, {PaidOut.Count} payouts marked paid and {Returned.Count} returned acknowledged; {_cutOff} people cut off, {_sentAgain} forms sent again";
}
