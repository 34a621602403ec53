using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storefront.Tests.Modules.Histories;

/// <summary>
/// Ends the program at one of its next commits: before it, so that nothing of it is there, or after it, so that nobody hears of it. From then on nothing reaches
/// the database any more, until somebody else goes on. It passes through whatever catches failures, as a death does.
/// </summary>
internal sealed class Guillotine : DbTransactionInterceptor, IDbCommandInterceptor
{
    private int _left;
    private bool _after;
    private volatile bool _fallen;

    internal sealed class Death : OperationCanceledException;

    /// <param name="commits">It falls at this one, from 1.</param>
    public void Raise(int commits, bool after) => (_left, _after, _fallen) = (commits, after, false);

    /// <returns>Whether it has fallen.</returns>
    public bool Lower()
    {
        var fallen = _fallen;
        (_left, _fallen) = (0, false);
        return fallen;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) => new(Alive(result));

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!_after) Count();
        return new(Alive(result));
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_after) Count();
        return Task.FromResult(Alive(transaction));
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Alive(result));

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Alive(result));

    private void Count()
    {
        if (Interlocked.Decrement(ref _left) == 0) _fallen = true;
    }

    private T Alive<T>(T go) => _fallen ? throw new Death() : go;
}
