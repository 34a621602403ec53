using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>Keeps what a person ticked. Only ways that were offered are judged: a box that was not shown was not left empty.</summary>
internal sealed class SaveChoices(StoreDb db)
{
    internal sealed record Hours(bool IsOn, int From, int Until);

    public Task RunAsync(long accountId, IReadOnlyCollection<Way> offered, IReadOnlySet<(Topic Topic, Way Way)> ticked, Hours hours, CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            var kept = await db.TellingChoices.Where(choice => choice.AccountId == accountId).ToDictionaryAsync(choice => (choice.Topic, choice.Way), token);
            foreach (var topic in Enum.GetValues<Topic>().Where(topic => !Topics.IsFixed(topic)))
            {
                foreach (var way in offered)
                {
                    if (!kept.TryGetValue((topic, way), out var choice)) db.TellingChoices.Add(choice = new() { AccountId = accountId, Topic = topic, Way = way });
                    choice.Wish = ticked.Contains((topic, way));
                }
            }
            var own = await db.QuietHours.FirstOrDefaultAsync(own => own.AccountId == accountId, token);
            if (own is null) db.QuietHours.Add(own = QuietHours.Usual(accountId));
            (own.IsOn, own.From, own.Until) = (hours.IsOn, hours.From, hours.Until);
        },
        cancel);
}
