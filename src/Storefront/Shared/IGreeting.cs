namespace Storefront.Shared;

/// <summary>What a module says on the terminal at every start while the demo market is on: how to get in.</summary>
public interface IGreeting
{
    IEnumerable<string> Lines { get; }
}
