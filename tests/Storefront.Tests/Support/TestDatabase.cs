using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data.Providers.Sqlite;
using Storefront.Data.Providers.SqlServer;
using Storefront.Shared;

namespace Storefront.Tests.Support;

/// <summary>
/// A database and data folder for one app: a SQLite file, or, when STOREFRONT_TEST_SQLSERVER holds a connection string, a database of its own on that server.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("STOREFRONT_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    private readonly string _folder = Directory.CreateTempSubdirectory("storefront-").FullName;
    private readonly string? _name = Server is null ? null : "storefront_" + Code.NewPublic();

    private TestDatabase() { }

    public static bool IsSqlServer => Server is not null;

    public IReadOnlyList<string> Settings => Server is null
        ? [$"STOREFRONT_DATA={_folder}"]
        : [$"STOREFRONT_DATA={_folder}", "Database:Engine=SqlServer", $"Database:ConnectionString={new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }}", .. Batch];

    private static IEnumerable<string> Batch => Environment.GetEnvironmentVariable("STOREFRONT_TEST_MAXBATCHSIZE") is { Length: > 0 } size ? [$"Database:MaxBatchSize={size}"] : [];

    /// <summary>Puts every query to the other engine as well.</summary>
    public static void Watch(IServiceCollection services)
    {
        if (IsSqlServer) services.ConfigureDbContext<SqlServerStoreDb>(options => options.AddInterceptors(OtherEngine.Instance));
        else services.ConfigureDbContext<SqliteStoreDb>(options => options.AddInterceptors(OtherEngine.Instance));
    }

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        if (database._name is { } name) await RunAsync($"CREATE DATABASE {name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is { } name)
        {
            SqlConnection.ClearAllPools();
            await RunAsync($"DROP DATABASE {name}");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is ours: letters and digits of a fresh code.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
