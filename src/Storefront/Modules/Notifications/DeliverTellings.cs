using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>
/// One message on its way: taken in one transaction, sent outside of any, and its fate written in another. Killed in between, it is sent again when the lease
/// has run out, under the same id.
/// </summary>
internal sealed class DeliverTellings(StoreDb db, IContacts contacts, ReadyChannels channels, ComposeMessage compose, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (await db.WriteAsync(token => TakeAsync(ids, token), cancel) is not { } message) return;
        var verdict = channels.For(message.Way) is { } channel ? await channel.SendAsync(message, cancel) : new(Answer.Later, "no channel");
        await db.WriteAsync(token => RecordAsync(ids, verdict, token), cancel);
    }

    private async Task<Message?> TakeAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = Now;
        var lease = now + Telling.Lease;
        var taken = await db.Tellings.Where(telling => ids.Contains(telling.Id) && telling.State == TellingState.Waiting && telling.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(telling => telling.DueAt, lease).SetProperty(telling => telling.Tries, telling => telling.Tries + 1), cancel);
        // Another node was quicker with some: it has sent, or the lease brings all of them back.
        if (taken != ids.Count) return null;
        var tellings = await db.Tellings.Where(telling => ids.Contains(telling.Id)).OrderBy(telling => telling.Id).ToListAsync(cancel);
        var first = tellings[0];
        var numbers = tellings.ConvertAll(telling => telling.NoticeId);
        var notices = await db.Notices.AsNoTracking().Where(notice => numbers.Contains(notice.Id)).OrderBy(notice => notice.Id).ToListAsync(cancel);
        if (await PlaceAsync(first, notices, cancel) is { } place) return await WriteAsync(place, tellings, notices, cancel);
        foreach (var telling in tellings) telling.Drop("nobody there", now);
        return null;
    }

    private async Task<Place?> PlaceAsync(Telling telling, List<Notice> notices, CancellationToken cancel)
    {
        if (notices.Count == 0 || (await contacts.FindManyAsync([telling.AccountId], cancel)).GetValueOrDefault(telling.AccountId) is not { } person) return null;
        if (telling.Way == Way.Push)
        {
            var device = await db.PushDevices.AsNoTracking().FirstOrDefaultAsync(device => device.Code == telling.Device && device.AccountId == telling.AccountId, cancel);
            return device is null ? null : new(person, device.Endpoint, device.Keys);
        }
        return (telling.Way == Way.Email ? person.Email : person.Phone) is { } to ? new(person, to, null) : null;
    }

    /// <summary>Looks once more at what the person wants now: it may be another hour, or have been switched off, since this began to wait.</summary>
    private async Task<Message?> WriteAsync(Place place, List<Telling> tellings, List<Notice> notices, CancellationToken cancel)
    {
        var (now, way, reader) = (Now, tellings[0].Way, place.Person.AccountId);
        var topics = notices.Select(notice => notice.Topic).Distinct().ToList();
        var choices = await db.TellingChoices.Where(choice => choice.AccountId == reader && choice.Way == way && topics.Contains(choice.Topic)).ToDictionaryAsync(choice => choice.Topic, cancel);
        foreach (var off in tellings.Where(telling => !IsWanted(TopicOf(telling, notices)))) off.Drop("switched off", now);
        var wanted = notices.Where(notice => IsWanted(notice.Topic)).ToList();
        if (wanted.Count == 0) return null;
        var hours = await db.QuietHours.AsNoTracking().FirstOrDefaultAsync(hours => hours.AccountId == reader, cancel) ?? QuietHours.Usual(reader);
        if (hours.FreeAt(now) is var free && free > now && !wanted.Exists(notice => Topics.IsUrgent(notice.Topic)))
        {
            foreach (var telling in tellings.Where(telling => telling.State == TellingState.Waiting)) telling.Hold(free);
            return null;
        }
        if (!choices.TryGetValue(wanted[0].Topic, out var choice)) db.TellingChoices.Add(choice = new() { AccountId = reader, Topic = wanted[0].Topic, Way = way });
        return compose.Run(new(way, place.To, place.Keys, place.Person.Language, wanted, choice.Code));

        bool IsWanted(Topic topic) => Topics.IsOn(topic, way, choices.GetValueOrDefault(topic)?.Wish);
    }

    private async Task RecordAsync(IReadOnlyCollection<long> ids, Verdict verdict, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = Now;
        var tellings = await db.Tellings.Where(telling => ids.Contains(telling.Id) && telling.State == TellingState.Waiting).ToListAsync(cancel);
        foreach (var telling in tellings) telling.Hear(verdict, now);
        if (verdict.Answer != Answer.Gone) return;
        var gone = tellings.Where(telling => telling.Way == Way.Push).Select(telling => telling.Device).Distinct().ToList();
        await db.PushDevices.Where(device => gone.Contains(device.Code)).ExecuteDeleteAsync(cancel);
    }

    private static Topic TopicOf(Telling telling, List<Notice> notices) => notices.Find(notice => notice.Id == telling.NoticeId)?.Topic ?? Topic.Other;

    private sealed record Place(Contact Person, string To, PushKeys? Keys);
}
