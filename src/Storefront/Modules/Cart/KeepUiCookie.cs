using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>After a page's work, lets the readable cookie follow the cart and the sign-in. Cached pages never set it.</summary>
internal sealed class KeepUiCookie(CartCookies cookies, CurrentCart current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not null && !done.ExceptionHandled) return;
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null) return;
        if (!current.Changed && cookies.SaysSignedIn == (cookies.AccountId is not null)) return;
        cookies.Show(await current.CountAsync(context.HttpContext.RequestAborted));
    }
}
