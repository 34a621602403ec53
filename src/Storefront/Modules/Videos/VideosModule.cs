using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Links to short videos: read from what a seller pastes, shown beside the goods.</summary>
internal sealed class VideosModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Videos").Get<VideoOptions>() ?? new();
        services.AddSingleton(options);
        foreach (var platform in FindPlatforms())
        {
            services.AddSingleton(platform);
            if (platform.FrameOrigin is { } origin && options.Players.GetValueOrDefault(platform.Name, platform.OffersPlayer))
                services.AddSingleton<IFrameSource>(new PlatformFrame(origin));
        }

        services.AddSingleton<OfferedPlayers>();
        services.AddSingleton<ReadShareText>();
        services.AddHttpClient(ResolveLink.Client, http => http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; Storefront)"))
            .ConfigurePrimaryHttpMessageHandler(() => new PublicInternet().CreateHandler())
            .RemoveAllLoggers();
        services.AddSingleton<ResolveLink>();
        services.AddScoped<RecordLookup>();
        services.AddScoped<RetryLookup>();
        services.AddScoped<AttachVideo>().AddScoped<ChangeVideo>().AddScoped<SellerVideos>();
        services.AddSingleton<VisitBook>().AddSingleton<IVisitBook>(provider => provider.GetRequiredService<VisitBook>());
        services.AddScoped<IVideoTrail, VideoTrail>().AddScoped<WriteDownVisits>();
        services.AddHostedService<KeepVisits>();
        services.AddSingleton<LiveBoard>().AddSingleton<ILiveShows>(provider => provider.GetRequiredService<LiveBoard>());
        services.AddScoped<AnnounceLive>().AddScoped<CallOffLive>().AddScoped<KeepReminder>();
        services.AddScoped<IVideos, VideosDesk>();
    }

    /// <summary>A platform is its folder: it is found here and listed nowhere, so it needs a constructor without parameters.</summary>
    private static IEnumerable<IVideoPlatform> FindPlatforms() =>
        typeof(IVideoPlatform).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVideoPlatform)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IVideoPlatform)Activator.CreateInstance(type)!);

    private sealed record PlatformFrame(string Origin) : IFrameSource;
}
