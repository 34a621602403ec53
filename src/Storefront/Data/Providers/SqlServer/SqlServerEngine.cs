using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Quartz;
using Storefront.Shared;

namespace Storefront.Data.Providers.SqlServer;

/// <summary>Production: several web nodes on one server.</summary>
internal sealed class SqlServerEngine : IDatabaseEngine, IDesignTimeDbContextFactory<SqlServerStoreDb>
{
    public string Name => "SqlServer";

    public void AddContext(IServiceCollection services, DatabaseOptions options)
    {
        if (options.ConnectionString.Length == 0)
            throw new ConfigurationException("Database:Engine is SqlServer, so Database:ConnectionString must hold its connection string.");
        services.AddDbContext<StoreDb, SqlServerStoreDb>(context => context.UseSqlServer(options.ConnectionString, server =>
        {
            if (options.MaxBatchSize is { } size) server.MaxBatchSize(size);
        }).LeaveModelCheckToTests());
    }

    public void AddJobStore(IQuartzBuilder quartz, DatabaseOptions options) => quartz.UsePersistentStore(store =>
    {
        store.UseSqlServer(options.ConnectionString);
        store.UseClustering();
        store.ProvisionSchema();
    });

    public DbConnection Connect(DatabaseOptions options) => new SqlConnection(options.ConnectionString);

    public StoreDb Offline() => CreateDbContext([]);

    public SqlServerStoreDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerStoreDb>().UseSqlServer("Server=offline").Options);
}
