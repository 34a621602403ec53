using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Storefront.Data.Providers.SqlServer;

internal sealed class SqlServerStoreDb(DbContextOptions<SqlServerStoreDb> options) : StoreDb(options)
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int DeadlockVictim = 1205;
    private const int SnapshotConflict = 3960;

    public override bool IsUniqueClash(Exception failure) => Cause(failure) is { Number: UniqueIndex or UniqueConstraint };

    protected override bool IsTransient(Exception failure) => Cause(failure) is { Number: DeadlockVictim or SnapshotConflict };

    protected override ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel) => default;

    private static SqlException? Cause(Exception failure) => failure as SqlException ?? failure.InnerException as SqlException;
}
