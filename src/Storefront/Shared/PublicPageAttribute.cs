namespace Storefront.Shared;

/// <summary>
/// Marks a page that is the same for everyone: it is kept compressed until one of its tags is evicted.
/// It must show nothing personal, and its forms must say <c>asp-antiforgery="false"</c>. A tag may hold route values: "product:{code}".
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] tags) : Attribute
{
    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>Query keys that change the page, comma separated; all others share one copy.</summary>
    public string QueryKeys { get; init; } = "";

    /// <summary>Name of the route value that is visited here, for the <see cref="IVisitBook"/>; empty: nobody counts.</summary>
    public string Visit { get; init; } = "";
}
