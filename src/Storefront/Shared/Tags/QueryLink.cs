using Microsoft.AspNetCore.Http.Extensions;

namespace Storefront.Shared.Tags;

/// <summary>A link to the page being shown with one part of its query changed and the rest kept.</summary>
public static class QueryLink
{
    public static string To(HttpRequest request, string key, string? value)
    {
        var kept = request.Query.Where(part => part.Key != key);
        var query = new QueryBuilder(value is null ? kept : kept.Append(new(key, value)));
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
