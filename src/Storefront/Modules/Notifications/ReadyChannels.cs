using Storefront.Modules.Notifications.Channels;

namespace Storefront.Modules.Notifications;

/// <summary>Which channel takes a message.</summary>
internal sealed class ReadyChannels(IEnumerable<IMessageChannel> channels)
{
    /// <summary>A mail server is for mail alone, a gateway for all: the one that can least else was set up for this. Development's stands first among equals.</summary>
    public IMessageChannel? For(Way way) => channels.Where(channel => channel.IsReady && channel.Reaches(way)).MinBy(channel => Enum.GetValues<Way>().Count(channel.Reaches));

    public IReadOnlyList<Way> Ways => [.. Enum.GetValues<Way>().Where(way => For(way) is not null)];
}
