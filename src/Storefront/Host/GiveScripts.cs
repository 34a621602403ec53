using Microsoft.Net.Http.Headers;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Gives scripts at the address of their release, to be kept for a year. A page of an older release gets those of today, not to be kept.</summary>
internal sealed class GiveScripts(RequestDelegate next, ScriptFiles scripts)
{
    private const string Year = "max-age=31536000, immutable";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not { } path || !path.StartsWith(ScriptFiles.Prefix, StringComparison.Ordinal)) return next(context);
        var rest = path[ScriptFiles.Prefix.Length..].Split('/', 2);
        if (rest.Length < 2) return next(context);
        context.Request.Path = "/js/" + rest[1];
        if (rest[0] == scripts.Release) context.Response.OnStarting(() => Keep(context.Response));
        return next(context);
    }

    private static Task Keep(HttpResponse answer)
    {
        if (answer.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) answer.Headers[HeaderNames.CacheControl] = Year;
        return Task.CompletedTask;
    }
}
