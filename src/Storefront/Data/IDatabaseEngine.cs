using System.Data.Common;
using Quartz;
using Storefront.Shared;

namespace Storefront.Data;

/// <summary>The seam of the database: one implementation a folder under Data/Providers, chosen by Database:Engine.</summary>
public interface IDatabaseEngine
{
    /// <summary>The word in the configuration: "Sqlite", "SqlServer".</summary>
    string Name { get; }

    /// <summary>Registers the engine's context as <see cref="StoreDb"/>. A missing connection string is a <see cref="ConfigurationException"/>.</summary>
    void AddContext(IServiceCollection services, DatabaseOptions options);

    /// <summary>Where timers keep their state: in memory for one process, in the database for several nodes.</summary>
    void AddJobStore(IQuartzBuilder quartz, DatabaseOptions options);

    /// <summary>A closed connection of the same settings, for what is asked without EF. Opening it makes no database: a missing one is a DbException.</summary>
    DbConnection Connect(DatabaseOptions options);

    /// <summary>A context that never connects, to ask for migrations and SQL.</summary>
    StoreDb Offline();
}

public sealed class DatabaseOptions
{
    public string Engine { get; set; } = "Sqlite";

    /// <summary>ADO.NET connection string. SQLite: empty means store.db in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Statements EF may send in one round trip; null leaves the engine's default.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>The folder that holds database, photos and keys.</summary>
    public string Folder { get; set; } = "";
}
