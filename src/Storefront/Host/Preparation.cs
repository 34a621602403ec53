using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
        if (app.Configuration.GetValue("Database:Migrate", defaultValue: true) && await IsBehindAsync(app, db.GetType())) await MigrateAsync(db);
        foreach (var step in scope.ServiceProvider.GetServices<IStartStep>()) await step.RunAsync(CancellationToken.None);
        if (!app.Configuration.GetValue("Demo:Enabled", defaultValue: app.Environment.IsDevelopment())) return;
        // A question that failed has no answer either, so before anything is made EF is asked as well.
        if (!await IsSeededAsync(app) && !await db.Set<DemoMark>().AnyAsync()) await SeedAsync(app.Services);
        app.GreetOnStart();
    }

    private static async Task<bool> IsBehindAsync(WebApplication app, Type context)
    {
        var done = await AskAsync(app.Services, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        return Discovery.Implementing<Migration>()
            .Where(migration => migration.GetCustomAttribute<DbContextAttribute>()!.ContextType == context)
            .Any(migration => !done.Contains(migration.GetCustomAttribute<MigrationAttribute>()!.Id));
    }

    private static async Task<bool> IsSeededAsync(WebApplication app) => (await AskAsync(app.Services, "SELECT \"Id\" FROM \"DemoMarks\"")).Count > 0;

    /// <summary>Without EF, whose model is still being built beside this: a start with nothing left to do need not wait for it.</summary>
    private static async Task<HashSet<string>> AskAsync(IServiceProvider services, string sql)
    {
        try
        {
            await using var connection = services.GetRequiredService<IDatabaseEngine>().Connect(services.GetRequiredService<DatabaseOptions>());
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var rows = await command.ExecuteReaderAsync();
            var found = new HashSet<string>(StringComparer.Ordinal);
            while (await rows.ReadAsync()) found.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
            return found;
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static async Task MigrateAsync(StoreDb db)
    {
        try
        {
            await db.Database.MigrateAsync();
        }
        catch (DbException failure)
        {
            throw new ConfigurationException($"The database cannot be opened or brought up to date: {failure.Message}");
        }
    }

    private static async Task SeedAsync(IServiceProvider services)
    {
        foreach (var order in OrderOf(services))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoStep>().Single(step => step.Order == order).RunAsync(CancellationToken.None);
        }
        await using var last = services.CreateAsyncScope();
        var db = last.ServiceProvider.GetRequiredService<StoreDb>();
        db.Add(new DemoMark { At = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    }

    private static int[] OrderOf(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDemoStep>().Select(step => step.Order).Order()];
    }
}
