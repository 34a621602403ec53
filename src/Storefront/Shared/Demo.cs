namespace Storefront.Shared;

/// <summary>One module's part of the demo market. Run once on an empty database in Development, in the order of <see cref="Order"/>, through real use cases.</summary>
public interface IDemoStep
{
    int Order { get; }

    Task RunAsync(CancellationToken cancel);
}
