using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Notifications;

internal sealed class MessagesDesk(IEnumerable<IMessageChannel> channels, ILogger<MessagesDesk> log) : IMessages
{
    public async Task<bool> SendAsync(CodeTarget target, string address, string text, CancellationToken cancel)
    {
        var phone = target == CodeTarget.Phone;
        if (channels.FirstOrDefault(channel => channel.IsReady && channel.Reaches(phone)) is not { } ready)
        {
            log.LogError("No message channel is configured for {Target}; set Messages:Http:Url", target);
            return false;
        }
        try
        {
            await ready.SendAsync(address, text, cancel);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            log.LogError(failure, "A message to {Target} …{End} was not sent", target, address[^Math.Min(4, address.Length)..]);
            return false;
        }
    }
}
