using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>The same headers on every answer, errors and static files included.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IEnumerable<IFrameSource> frames)
{
    private readonly string _policy = string.Join("; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'", "worker-src 'self'",
        string.Join(' ', frames.Select(frame => frame.Origin).Distinct(StringComparer.Ordinal).Prepend("frame-src 'self'")));

    public Task InvokeAsync(HttpContext context)
    {
        // Twice: an end point may sharpen what it finds, and the page for a failure begins by clearing every header.
        Set(context.Response.Headers);
        context.Response.OnStarting(() => Set(context.Response.Headers));
        if (HttpMethods.IsTrace(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private Task Set(IHeaderDictionary headers)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, _policy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(self), geolocation=(), microphone=(self), payment=(), usb=()");
        return Task.CompletedTask;
    }
}
