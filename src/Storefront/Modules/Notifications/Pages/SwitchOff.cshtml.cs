using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Pages;

/// <summary>
/// Switches one topic off in one way, for whoever holds the secret from a message, signed in or not. Looking changes nothing, because mail scanners look; a mail
/// program posts here by itself (RFC 8058), from anywhere, without cookie or token: the secret is all there is to prove, and all it can do is this.
/// </summary>
[FromAnywhere]
[IgnoreAntiforgeryToken]
internal sealed class SwitchOff(StoreDb db) : StorePage
{
    private const string OneClickField = "List-Unsubscribe";
    private const string OneClick = "One-Click";

    [FromRoute]
    public string Code { get; set; } = "";

    public TellingChoice Choice { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await db.TellingChoices.FirstOrDefaultAsync(choice => choice.Code == Code, Cancel);
        if (found is null) context.Result = NotFound();
        else
        {
            Choice = found;
            await next();
        }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var byProgram = Request.HasFormContentType && Request.Form[OneClickField] == OneClick;
        await SetAsync(wish: false);
        return byProgram ? StatusCode(StatusCodes.Status200OK) : LocalRedirect($"/u/{Code}");
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await SetAsync(wish: true);
        return LocalRedirect($"/u/{Code}");
    }

    private Task<int> SetAsync(bool wish)
    {
        if (!Topics.IsFixed(Choice.Topic)) Choice.Wish = wish;
        return db.SaveChangesAsync(Cancel);
    }
}
