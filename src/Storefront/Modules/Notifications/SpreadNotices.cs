using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>Decides for each new notice where it is told, by what its reader chose; once, in the transaction that marks it as thought of.</summary>
internal sealed class SpreadNotices(StoreDb db, IContacts contacts, ReadyChannels channels, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await db.Notices.AnyAsync(notice => notice.IsUntold, cancel)) await db.WriteAsync(SpreadAsync, cancel);
    }

    private async Task SpreadAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var notices = await db.Notices.Where(notice => notice.IsUntold).OrderBy(notice => notice.Id).Take(AtOnce).ToListAsync(cancel);
        var readers = notices.Select(notice => notice.AccountId).Distinct().ToList();
        var people = await contacts.FindManyAsync(readers, cancel);
        var wishes = await db.TellingChoices.AsNoTracking().Where(choice => readers.Contains(choice.AccountId) && choice.Wish != null)
            .ToDictionaryAsync(choice => (choice.AccountId, choice.Topic, choice.Way), choice => choice.Wish, cancel);
        var devices = (await db.PushDevices.AsNoTracking().Where(device => readers.Contains(device.AccountId)).Select(device => new { device.AccountId, device.Code }).ToListAsync(cancel))
            .ToLookup(device => device.AccountId, device => device.Code);
        var now = clock.GetUtcNow().UtcDateTime;
        var ways = channels.Ways;
        foreach (var notice in notices)
        {
            notice.IsUntold = false;
            if (now - notice.At > Telling.WorthTelling || !people.TryGetValue(notice.AccountId, out var person)) continue;
            foreach (var way in ways.Where(way => Topics.IsOn(notice.Topic, way, wishes.GetValueOrDefault((notice.AccountId, notice.Topic, way)))))
                foreach (var device in PlacesOf(way, person, devices[notice.AccountId])) db.Tellings.Add(New(notice, way, device, now));
        }
    }

    private static IEnumerable<string> PlacesOf(Way way, Contact person, IEnumerable<string> devices) => way switch
    {
        Way.Push => devices,
        Way.Email => person.Email is null ? [] : [""],
        _ => person.Phone is null ? [] : [""],
    };

    private static Telling New(Notice notice, Way way, string device, DateTime now) =>
        new() { NoticeId = notice.Id, AccountId = notice.AccountId, Way = way, Device = device, At = now, DueAt = now };
}
