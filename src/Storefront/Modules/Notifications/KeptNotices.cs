using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications;

/// <summary>A person's messages, and how the person wants to be told. Keys of a browser and secrets in links stay here.</summary>
internal sealed class KeptNotices(StoreDb db, Texts texts) : IPersonalData
{
    public string Name => "messages";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.AccountId == accountId).OrderBy(notice => notice.Id).ToListAsync(cancel);
        var devices = await db.PushDevices.AsNoTracking().Where(device => device.AccountId == accountId).OrderBy(device => device.Id)
            .Select(device => new { device.Name, device.Endpoint, device.At }).ToListAsync(cancel);
        var choices = await db.TellingChoices.AsNoTracking().Where(choice => choice.AccountId == accountId && choice.Wish != null).OrderBy(choice => choice.Id)
            .Select(choice => new { choice.Topic, choice.Way, On = choice.Wish }).ToListAsync(cancel);
        var quiet = await db.QuietHours.AsNoTracking().Where(hours => hours.AccountId == accountId).Select(hours => new { hours.IsOn, hours.From, hours.Until }).FirstOrDefaultAsync(cancel);
        if (notices.Count + devices.Count + choices.Count == 0 && quiet is null) return null;
        return new
        {
            Messages = notices.ConvertAll(notice => new { notice.At, Text = notice.TextIn(texts), notice.SeenAt }),
            Devices = devices,
            Choices = choices.ConvertAll(choice => new { Topic = choice.Topic.ToString(), Way = choice.Way.ToString(), choice.On }),
            QuietHours = quiet,
        };
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel)
    {
        await db.Tellings.Where(telling => telling.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.Notices.Where(notice => notice.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.PushDevices.Where(device => device.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.TellingChoices.Where(choice => choice.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.QuietHours.Where(hours => hours.AccountId == accountId).ExecuteDeleteAsync(cancel);
    }
}
