namespace Storefront.Shared;

/// <summary>
/// One step of a new shop on its way to the first parcel. Host finds every implementation; each module knows its own by looking at facts,
/// so nothing is ticked by hand and nothing is stored.
/// </summary>
public interface IShopStep
{
    /// <summary>Its words are the text "learn.step.{key}".</summary>
    string Key { get; }

    int Order { get; }

    /// <summary>Where it is done.</summary>
    string Path { get; }

    Task<bool> IsDoneAsync(long shopId, CancellationToken cancel);
}
