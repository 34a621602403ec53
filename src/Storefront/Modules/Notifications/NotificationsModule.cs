using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Notifications;

internal sealed class NotificationsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<INotices, NoticesDesk>();
        services.AddScoped<IMessages, MessagesDesk>();
        foreach (var setup in ChannelSetups.All) setup.AddServices(services, configuration);
    }
}
