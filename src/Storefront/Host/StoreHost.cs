using FluentValidation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Host.PublicPages;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Builds the one web application from the modules found in the assembly.</summary>
internal static class StoreHost
{
#if DEBUG
    private const string WhenUnset = "Development";
#else
    private const string WhenUnset = "Production";
#endif

    private static readonly IReadOnlyList<IModule> Modules = Discovery.Make<IModule>();

    /// <param name="args">Command line: any setting as --Key=Value.</param>
    /// <param name="change">Last word on the services: tests put their clock and the far side of vendors here.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = EnvironmentName,
            ApplicationName = typeof(StoreHost).Assembly.GetName().Name,
        });
        Configure(builder);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        Pipeline.Use(app, Modules);
        return app;
    }

    /// <summary>ASPNETCORE_ENVIRONMENT, and without it what the build is for: a debug build is somebody trying the shop.</summary>
    private static string EnvironmentName => Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } name ? name : WhenUnset;

    // EF's model takes as long as the rest of a start together, so it is built beside that, in a container of its own: EF shares models and queries over all.
    private static void WarmUp(DatabaseOptions options)
    {
        var services = new ServiceCollection();
        DataServices.EngineOf(options).AddContext(services, options);
        _ = Task.Run(async () =>
        {
            await using var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            return scope.ServiceProvider.GetRequiredService<StoreDb>().Set<DemoMark>().AsNoTracking().OrderBy(mark => mark.Id).Select(mark => new { mark.At }).Take(1).ToQueryString();
        });
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 25 * 1024 * 1024;
        });
        var folder = new DataFolder(builder.Configuration["STOREFRONT_DATA"] ?? Path.Combine(builder.Environment.ContentRootPath, "data"));
        AddData(builder, folder);
        builder.Services.AddSingleton(folder);
        builder.Services.AddDataProtection().SetApplicationName("storefront").PersistKeysToFileSystem(new(folder.Sub("keys")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Texts>();
        builder.Services.AddSingleton<SiteAddress>();
        builder.Services.AddSingleton<ScriptFiles>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRateLimiter(limits => limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        builder.Services.AddStorePages();
        builder.Services.AddPageCache();
        AddFound(builder.Services);
        foreach (var module in Modules) module.AddServices(builder.Services, builder.Configuration);
    }

    private static void AddData(WebApplicationBuilder builder, DataFolder folder)
    {
        var options = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        options.Folder = folder.Path;
        WarmUp(options);
        var engine = builder.Services.AddData(options);
        builder.Services.AddTimers(engine, options, builder.Configuration);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    private static void AddFound(IServiceCollection services)
    {
        foreach (var type in Discovery.Implementing<IValidator>())
            services.AddScoped(typeof(IValidator<>).MakeGenericType(type.BaseType!.GetGenericArguments()[0]), type);
        foreach (var type in Discovery.Implementing<IDemoStep>()) services.AddScoped(typeof(IDemoStep), type);
        foreach (var type in Discovery.Implementing<IGreeting>()) services.AddSingleton(typeof(IGreeting), type);
        foreach (var type in Discovery.Implementing<IStartStep>()) services.AddScoped(typeof(IStartStep), type);
        foreach (var type in Discovery.Implementing<IPersonalData>()) services.AddScoped(typeof(IPersonalData), type);
        foreach (var type in Discovery.Implementing<IShopStep>()) services.AddScoped(typeof(IShopStep), type);
        foreach (var type in Discovery.Implementing<IErasureHindrance>()) services.AddScoped(typeof(IErasureHindrance), type);
    }
}
