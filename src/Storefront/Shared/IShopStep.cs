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

    /// <summary>
    /// One row of <see cref="Order"/> when the step is done, none before: all steps are asked in one query.
    /// The number must be computed from a column, because engines' unions take no constants.
    /// </summary>
    IQueryable<int> Done(long shopId);
}
