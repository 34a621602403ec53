using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Quartz;

namespace Storefront.Data.Providers.Sqlite;

/// <summary>One file beside the photos; nothing to install. For one process.</summary>
internal sealed class SqliteEngine : IDatabaseEngine, IDesignTimeDbContextFactory<SqliteStoreDb>
{
    public string Name => "Sqlite";

    public void AddContext(IServiceCollection services, DatabaseOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(
            options.ConnectionString.Length > 0 ? options.ConnectionString : $"Data Source={Path.Combine(options.Folder, "store.db")}")
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        services.AddSingleton<WriteQueue>();
        services.AddDbContext<StoreDb, SqliteStoreDb>(context => context.UseSqlite(connection, sqlite =>
        {
            if (options.MaxBatchSize is { } size) sqlite.MaxBatchSize(size);
        }).AddInterceptors(DurablePragmas.Instance).LeaveModelCheckToTests());
    }

    public void AddJobStore(IQuartzBuilder quartz, DatabaseOptions options) => quartz.UseInMemoryStore();

    public StoreDb Offline() => CreateDbContext([]);

    public SqliteStoreDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStoreDb>().UseSqlite("Data Source=:memory:").Options, new WriteQueue());
}
