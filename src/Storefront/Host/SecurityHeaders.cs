using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>The same headers on every answer, errors and static files included.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IEnumerable<IFrameSource> frames)
{
    private const string FormAction = "form-action 'self'";

    private readonly string _policy = string.Join("; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'",
        FormAction, "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'", "worker-src 'self'",
        string.Join(' ', frames.Select(frame => frame.Origin).Distinct(StringComparer.Ordinal).Prepend("frame-src 'self'")));

    public Task InvokeAsync(HttpContext context)
    {
        // Set last: the page for a failure begins by clearing every header that was set before it. An end point's own, stricter words stay.
        context.Response.OnStarting(() => Set(context));
        if (HttpMethods.IsTrace(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, PolicyFor(context.FormOrigin));
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", $"camera={(context.UsesCamera ? "(self)" : "()")}, geolocation=(), microphone=(self), payment=(), usb=()");
        return Task.CompletedTask;
    }

    private string PolicyFor(string? formOrigin) =>
        formOrigin is null ? _policy : _policy.Replace(FormAction, $"{FormAction} {formOrigin}", StringComparison.Ordinal);
}
