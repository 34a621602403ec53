using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>After a page's work, lets the cookie that scripts read follow the cart and the sign-in. Cached pages never set it.</summary>
internal sealed class KeepUiCookie(CurrentCart current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var before = UiCookie.Read(http).SignedIn;
        var done = await next();
        if (done.Exception is not null && !done.ExceptionHandled) return;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null) return;
        var said = UiCookie.Read(http).SignedIn;
        // Where the page itself has just signed somebody in or out, its word counts: the request's own principal may still be the old one.
        var isIn = said != before ? said : http.User.AccountId is not null;
        if (before && !isIn) UiCookie.Write(http, cartCount: 0, isIn);
        else if (current.Changed || isIn != before) UiCookie.Write(http, await current.CountAsync(http.RequestAborted), isIn);
    }
}
