namespace Storefront.Shared;

/// <summary>Work on a timer, found by Host and run by its scheduler, on one node at a time. Safe to run twice and to be killed at any point.</summary>
public interface ITimedWork
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>How often an <see cref="ITimedWork"/> runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EveryAttribute(int seconds) : Attribute
{
    public int Seconds { get; } = seconds;
}
