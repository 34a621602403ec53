using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Shared.Tags;

namespace Storefront.Host.Forms;

/// <summary>
/// One form, one effect. A form carries a random key; its receipt is saved in the same transaction as the form's first change, so a second
/// submission (double tap, back button, lost answer) clashes, changes nothing and is sent where the first was sent.
/// </summary>
internal sealed class OneEffect(StoreDb db, IServiceScopeFactory scopes, TimeProvider clock) : IAsyncPageFilter
{
    private const int AnswerTries = 20;
    private static readonly TimeSpan AnswerPause = TimeSpan.FromMilliseconds(100);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var key = IsErrorPage(context.HttpContext) ? null : KeyOf(context.HttpContext.Request);
        if (key is null)
        {
            await next();
            return;
        }
        if (await FindAsync(key) is { } earlier)
        {
            context.Result = await AnswerOfAsync(earlier, context);
            return;
        }
        var form = db.Form = new FormReceipt { Key = key, At = clock.GetUtcNow().UtcDateTime };
        var done = await next();
        if (done.Exception is { } failure && db.IsUniqueClash(failure) && await FindAsync(key) is { } first)
        {
            done.ExceptionHandled = true;
            done.Result = await AnswerOfAsync(first, context);
        }
        else if (done.Exception is null && done.Result is LocalRedirectResult or RedirectResult or RedirectToPageResult)
        {
            await RecordAsync(form, done.Result, context);
        }
    }

    /// <summary>An error page is run inside the failed post, whose receipt may be saved already: it shows the error instead of the first answer.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string? KeyOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[FormTag.OnceField] is [{ Length: > 0 and <= FormReceipt.KeyLength } key] ? key : null;

    private async Task<FormReceipt?> FindAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<FormReceipt>().AsNoTracking().FirstOrDefaultAsync(receipt => receipt.Key == key);
    }

    private async Task RecordAsync(FormReceipt form, IActionResult result, ActionContext context)
    {
        var location = LocationOf(result, context);
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<StoreDb>();
        await own.WriteAsync(cancel => own.Set<FormReceipt>().Where(receipt => receipt.Key == form.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.Location, location), cancel), CancellationToken.None);
    }

    /// <summary>The first submission may still be at work: wait for its answer a little, then send to the form's own page.</summary>
    private async Task<IActionResult> AnswerOfAsync(FormReceipt receipt, ActionContext context)
    {
        for (var tries = 0; receipt.Location is null && tries < AnswerTries; tries++)
        {
            await Task.Delay(AnswerPause, context.HttpContext.RequestAborted);
            receipt = await FindAsync(receipt.Key) ?? receipt;
        }
        return new LocalRedirectResult(receipt.Location ?? context.HttpContext.Request.Path);
    }

    private static string? LocationOf(IActionResult result, ActionContext context)
    {
        var urls = context.HttpContext.RequestServices.GetRequiredService<Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory>().GetUrlHelper(context);
        return result switch
        {
            RedirectToPageResult page => urls.Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
            LocalRedirectResult local => urls.Content(local.Url),
            RedirectResult redirect when urls.IsLocalUrl(redirect.Url) => redirect.Url,
            _ => null,
        };
    }
}
