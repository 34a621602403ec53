using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host.PublicPages;

/// <summary>Answers with a kept page before anything else is asked. Its headers are those it was first sent with.</summary>
internal sealed class GiveKeptPages(RequestDelegate next, PageCache cache)
{
    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) return next(context);
        var key = PageKey.Of(context.Request);
        context.Items[typeof(PageKey)] = key;
        return cache.Find(key) is { } page ? GiveAsync(context, page) : next(context);
    }

    public static Task GiveAsync(HttpContext context, KeptPage page)
    {
        var response = context.Response;
        foreach (var (name, value) in page.Headers) response.Headers[name] = value;
        if (page.Visit is { } visited) context.RequestServices.GetRequiredService<IVisitBook>().Note(context, visited);
        if (context.Request.Headers.IfNoneMatch is [{ } known] && known == response.Headers.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentEncoding);
            response.Headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }
        response.ContentLength = page.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(page.Body, context.RequestAborted).AsTask();
    }
}
