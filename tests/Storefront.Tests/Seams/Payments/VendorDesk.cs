using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>A gateway wired as the program wires it, with settings that a test may change while it runs.</summary>
internal sealed class VendorDesk<TGateway, TModule> : IDisposable
    where TGateway : class
    where TModule : IModule, new()
{
    private readonly IConfigurationRoot _settings;
    private readonly ServiceProvider _services;

    /// <param name="replace">Puts other parts in than the module's own.</param>
    public VendorDesk(IEnumerable<KeyValuePair<string, string?>> settings, TestClock clock, Action<IServiceCollection>? replace = null)
    {
        _settings = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddLogging().AddSingleton<IHostEnvironment>(new Place(Environments.Development)).AddDataProtection().UseEphemeralDataProtectionProvider();
        new TModule().AddServices(services, _settings);
        replace?.Invoke(services);
        _services = services.AddSingleton<TGateway>().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TGateway Gateway => _services.GetRequiredService<TGateway>();

    public void Set(params ReadOnlySpan<(string Key, string? Value)> settings)
    {
        foreach (var (key, value) in settings) _settings[key] = value;
        _settings.Reload();
    }

    public void Dispose() => _services.Dispose();
}
