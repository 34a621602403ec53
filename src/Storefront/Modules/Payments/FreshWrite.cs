using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;

namespace Storefront.Modules.Payments;

/// <summary>
/// A write transaction in a scope of its own: nothing tracked from before the call to the gateway is taken for true, and a mover who lost a race looks again.
/// Never begun inside another transaction.
/// </summary>
internal sealed class FreshWrite(IServiceScopeFactory scopes)
{
    private const int Tries = 4;

    public async Task<T> RunAsync<T>(Func<StoreDb, Outbox, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
            try
            {
                return await db.WriteAsync(token => work(db, outbox, token), cancel);
            }
            catch (DbUpdateException failure) when (tries < Tries && (failure is DbUpdateConcurrencyException || db.IsUniqueClash(failure)))
            {
                await Task.Yield();
            }
        }
    }
}
