using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>After a page's work, lets the cookie that scripts read follow the cart and the sign-in. Cached pages never set it.</summary>
internal sealed class KeepUiCookie(CurrentCart current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not null && !done.ExceptionHandled) return;
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null) return;
        var isIn = http.User.AccountId is not null;
        if (!current.Changed && UiCookie.Read(http).SignedIn == isIn) return;
        UiCookie.Write(http, await current.CountAsync(http.RequestAborted), isIn);
    }
}
