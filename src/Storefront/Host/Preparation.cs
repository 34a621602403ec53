using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>What happens once before the first request: migrations, and in Development the demo market on an empty database.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        if (app.Configuration.GetValue("Database:Migrate", defaultValue: true)) await MigrateAsync(db);
        foreach (var step in scope.ServiceProvider.GetServices<IStartStep>()) await step.RunAsync(CancellationToken.None);
        if (!app.Configuration.GetValue("Demo:Enabled", defaultValue: app.Environment.IsDevelopment())) return;
        await SeedAsync(app.Services);
        app.GreetOnStart();
    }

    private static async Task MigrateAsync(StoreDb db)
    {
        try
        {
            await db.Database.MigrateAsync();
        }
        catch (System.Data.Common.DbException failure)
        {
            throw new ConfigurationException($"The database cannot be opened or brought up to date: {failure.Message}");
        }
    }

    private static async Task SeedAsync(IServiceProvider services)
    {
        var due = await DueAsync(services);
        if (due.Count == 0) return;
        foreach (var order in due)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoStep>().Single(step => step.Order == order).RunAsync(CancellationToken.None);
        }
        await using var last = services.CreateAsyncScope();
        var db = last.ServiceProvider.GetRequiredService<StoreDb>();
        db.Add(new DemoMark { At = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<int>> DueAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<DemoMark>().AnyAsync()) return [];
        return [.. scope.ServiceProvider.GetServices<IDemoStep>().Select(step => step.Order).Order()];
    }
}
