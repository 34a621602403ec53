using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Storefront.Data.Providers.Sqlite;

/// <summary>SQLite has one writer: transactions begin immediately (the provider's default) and wait their turn in <see cref="WriteQueue"/>.</summary>
internal sealed class SqliteStoreDb(DbContextOptions<SqliteStoreDb> options, WriteQueue queue) : StoreDb(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;
    private const int Busy = 5;

    public override bool IsUniqueClash(Exception failure) =>
        Cause(failure) is { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    protected override bool IsTransient(Exception failure) => Cause(failure) is { SqliteErrorCode: Busy };

    protected override async ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel) => await queue.EnterAsync(cancel);

    private static SqliteException? Cause(Exception failure) => failure as SqliteException ?? failure.InnerException as SqliteException;
}
