using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>Asks about attempts whose notice has not come, with growing pauses; about failed and expired ones a few times more, because money has been seen to come late.</summary>
[Every(seconds: 5)]
internal sealed class AskGateways(StoreDb db, IServiceScopeFactory scopes, TimeProvider clock) : ITimedWork
{
    private const int Batch = 50;

    /// <summary>A gateway that hangs must not hold up the others for long.</summary>
    private const int AtOnce = 4;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.PaymentAttempts.Where(attempt => attempt.CheckAt <= now).OrderBy(attempt => attempt.CheckAt).Select(attempt => attempt.Id).Take(Batch).ToListAsync(cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AskGateway>().RunAsync(id, token);
        });
    }
}
