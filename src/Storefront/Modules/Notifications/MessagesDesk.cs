using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Notifications;

/// <summary>Codes and words about the account itself: sent while the person waits, at any hour, and never kept.</summary>
internal sealed class MessagesDesk(ReadyChannels channels, ILogger<MessagesDesk> log) : IMessages
{
    public async Task<bool> SendAsync(CodeTarget target, string address, string text, CancellationToken cancel)
    {
        var way = target == CodeTarget.Phone ? Way.Sms : Way.Email;
        if (channels.For(way) is not { } ready)
        {
            log.LogError("No message channel is configured for {Target}; set Messages:Http:Url or Messages:Smtp:Host", target);
            return false;
        }
        var verdict = await ready.SendAsync(new(way, address, text), cancel);
        if (verdict.Answer == Answer.Accepted) return true;
        log.LogError("A message to {Target} …{End} was not sent: {Why}", target, address[^Math.Min(4, address.Length)..], verdict.Why);
        return false;
    }
}
