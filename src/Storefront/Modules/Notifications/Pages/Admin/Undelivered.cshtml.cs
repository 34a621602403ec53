using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Pages.Admin;

/// <summary>Messages that could not be brought to anybody, why, and the way to try once more. Says nothing about whom they are for.</summary>
[Authorize(Roles = Policies.AdminRole)]
internal sealed class Undelivered(StoreDb db, ReadyChannels channels, TimeProvider clock) : StorePage
{
    internal sealed record Row(long Id, DateTime At, Topic Topic, Way Way, int Tries, string? Why);

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public IReadOnlyList<Way> Ready => channels.Ways;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await db.Tellings.FirstOrDefaultAsync(telling => telling.Id == id && telling.State == TellingState.Failed, Cancel) is not { } telling)
            return await RefuseAsync("", Texts["told.admin.gone"]);
        telling.TryAgain(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(Cancel);
        return LocalRedirect("/admin/told");
    }

    protected override async Task LoadAsync() => List = (await (
        from telling in db.Tellings.AsNoTracking()
        where telling.State == TellingState.Failed
        join notice in db.Notices on telling.NoticeId equals notice.Id
        orderby telling.DueAt descending, telling.Id descending
        select new Row(telling.Id, telling.At, notice.Topic, telling.Way, telling.Tries, telling.Why)).Take(Number, Paging.Size).ToListAsync(Cancel)).ToPage(Number, Paging.Size);
}
