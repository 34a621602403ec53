using System.Collections.Concurrent;

namespace Storefront.Load.Crash;

/// <summary>What the shop or the bank has told somebody, by payment attempt.</summary>
internal sealed class Acknowledged
{
    private int _cutOff;

    public ConcurrentBag<string> Placed { get; } = [];

    public ConcurrentBag<(string Attempt, string Answer)> Answered { get; } = [];

    public ConcurrentBag<string> Cancelled { get; } = [];

    /// <summary>Visitors in the middle of something when the shop died.</summary>
    public int CutOffs => _cutOff;

    public void CutOff() => Interlocked.Increment(ref _cutOff);
}
