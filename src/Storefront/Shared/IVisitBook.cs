namespace Storefront.Shared;

/// <summary>
/// Is told each time a public page that says so (<see cref="PublicPageAttribute.Visit"/>) is given, kept or freshly made.
/// It stands on the way of the request, before the page's bytes: it may set a cookie and count in memory, and must neither wait nor ask the database.
/// </summary>
public interface IVisitBook
{
    void Note(HttpContext context, string what);
}
