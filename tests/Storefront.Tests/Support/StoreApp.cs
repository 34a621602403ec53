using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Host;
using Storefront.Shared;

namespace Storefront.Tests.Support;

/// <summary>The real program on a real port with a real database of its own; only the clock is ours, and timers run when a test says so.</summary>
public sealed class StoreApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private StoreApp(WebApplication app, TestDatabase database, TestClock clock)
    {
        _app = app;
        _database = database;
        Clock = clock;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="change">Replaces services: the far side of a vendor's wire, nothing of ours.</param>
    /// <param name="settings">More settings as "Key=Value".</param>
    public static async Task<StoreApp> StartAsync(Action<IServiceCollection>? change = null, params string[] settings)
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new TestClock();
        string[] all = [.. database.Settings, "Urls=http://127.0.0.1:0", "ASPNETCORE_ENVIRONMENT=Development", "Jobs:Enabled=false", "Demo:Enabled=false", "Accounts:TriesPerMinute=100000", "Logging:LogLevel:Default=Warning", .. settings];
        var app = StoreHost.Build(["--contentRoot", Path.Combine(Repo.Root, "src/Storefront"), .. all.Select(setting => "--" + setting)], services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            // Slow hashes are what makes passwords safe, not what is tested.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            TestDatabase.Watch(services);
            change?.Invoke(services);
        });
        await app.PrepareAsync();
        await app.StartAsync();
        return new(app, database, clock);
    }

    /// <summary>A new browser: no cookies, this language, and what it says of itself.</summary>
    public Visitor NewVisitor(string language = "zh-CN", string? agent = null) => new(Address, language, agent);

    /// <summary>Runs a piece of work in a scope of its own, as a request would.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<StoreDb, Task<T>> read) => RunAsync(read);

    public Task WriteAsync(Func<StoreDb, Task> write) => RunAsync<StoreDb, bool>(async db =>
    {
        await write(db);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Runs every timer once, the outbox before and after, as if enough time had passed.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            await using var scope = _app.Services.CreateAsyncScope();
            foreach (var work in scope.ServiceProvider.GetServices<ITimedWork>().OrderByDescending(work => work is DeliverOutbox))
                await work.RunAsync(CancellationToken.None);
        }
        await DeliverAsync();
    }

    /// <summary>Delivers the outbox only.</summary>
    public Task DeliverAsync() => RunAsync<DeliverOutbox, bool>(async outbox =>
    {
        await outbox.RunAsync(CancellationToken.None);
        return true;
    });

    /// <summary>What a second start does before the first request.</summary>
    public Task PrepareAgainAsync() => _app.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
