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
        services.AddScoped<ReadyChannels>();
        services.AddScoped<SpreadNotices>();
        services.AddScoped<SendTellings>();
        services.AddScoped<DeliverTellings>();
        services.AddScoped<KeepDevice>().AddScoped<MoveDevice>();
        services.AddScoped<SaveChoices>();
        services.AddSingleton<ComposeMessage>();
        foreach (var setup in ChannelSetups.All) setup.AddServices(services, configuration);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => MoveDevice.Map(endpoints);
}
