using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>Where this account is signed in, and the way to end it there.</summary>
internal sealed class Sessions(StoreDb db) : StorePage
{
    private const int Shown = 50;

    public IReadOnlyList<Session> List { get; private set; } = [];

    /// <summary>The session this page was asked with.</summary>
    public string? Here { get; private set; }

    private IQueryable<Session> Mine
    {
        get
        {
            var owner = User.AccountId;
            return db.Sessions.Where(session => session.AccountId == owner);
        }
    }

    public async Task OnGetAsync()
    {
        Here = await SessionStore.CodeOfAsync(HttpContext);
        List = await Mine.AsNoTracking().OrderByDescending(session => session.Id).Take(Shown).ToListAsync(Cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var ended = await db.WriteAsync(cancel => Mine.Where(session => session.Code == code).ExecuteDeleteAsync(cancel), Cancel);
        return ended == 0 ? NotFound() : LocalRedirect("/me/sessions");
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        var here = await SessionStore.CodeOfAsync(HttpContext);
        await db.WriteAsync(cancel => Mine.Where(session => session.Code != here).ExecuteDeleteAsync(cancel), Cancel);
        return LocalRedirect("/me/sessions");
    }
}
