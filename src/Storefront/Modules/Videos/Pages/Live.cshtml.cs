using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages;

/// <summary>One announced show: a calendar file for everybody, a kept reminder for who is signed in.</summary>
internal sealed class Live(StoreDb db, IShops shops, KeepReminder keep, TimeProvider clock) : StorePage
{
    [FromRoute]
    public string Code { get; set; } = "";

    public LiveShow Announced { get; private set; } = null!;

    public ShopCard Shop { get; private set; } = null!;

    public bool IsReminded { get; private set; }

    public bool IsAhead => Announced.CancelledAt is null && Announced.StartsAt > Now;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnGetCalendarAsync()
    {
        if (!await FindAsync()) return NotFound();
        var file = CalendarFile.Of(Code, Request.Host.Host, $"{Shop.Name}: {Announced.About}", $"{Request.Scheme}://{Request.Host}/live/{Code}", Announced.StartsAt, Now);
        return File(file, "text/calendar; charset=utf-8", "live.ics");
    }

    public Task<IActionResult> OnPostRemindAsync() => KeepAsync(wanted: true);

    public Task<IActionResult> OnPostForgetAsync() => KeepAsync(wanted: false);

    protected override Task LoadAsync() => FindAsync();

    private async Task<IActionResult> KeepAsync(bool wanted)
    {
        if (!await FindAsync()) return NotFound();
        if (User.AccountId is not { } account) return LocalRedirect($"/sign-in?ReturnUrl=/live/{Code}");
        return await keep.RunAsync(Code, account, wanted, Cancel) ? LocalRedirect($"/live/{Code}") : await RefuseAsync("", Texts["sellvideos.too_late"]);
    }

    private async Task<bool> FindAsync()
    {
        var found = await db.LiveShows.AsNoTracking().FirstOrDefaultAsync(show => show.Code == Code, Cancel);
        if (found is null || await shops.FindAsync(found.ShopId, Cancel) is not { State: ShopState.Approved or ShopState.Paused } shop) return false;
        (Announced, Shop) = (found, shop);
        if (User.AccountId is { } account) IsReminded = await db.LiveReminders.AnyAsync(reminder => reminder.ShowId == found.Id && reminder.AccountId == account, Cancel);
        return true;
    }
}
