using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Pages.Mine;

internal sealed class Notices(StoreDb db, TimeProvider clock) : StorePage
{
    public Page<Notice> List { get; private set; } = Page<Notice>.Empty;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1) =>
        List = (await Mine.AsNoTracking().OrderByDescending(notice => notice.Id).Take(number, Paging.Size).ToListAsync(Cancel)).ToPage(number, Paging.Size);

    public async Task<IActionResult> OnPostAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WriteAsync(cancel => Mine.Where(notice => notice.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, now), cancel), Cancel);
        return RedirectToPage();
    }

    private IQueryable<Notice> Mine
    {
        get
        {
            var reader = User.AccountId;
            return db.Notices.Where(notice => notice.AccountId == reader);
        }
    }
}
