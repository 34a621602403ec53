using System.Text;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media.Demo;

internal sealed class DrawingDesk(IServiceScopeFactory scopes, IMediaStore store, TimeProvider clock) : IDrawings
{
    public async Task<IReadOnlyList<string>> DrawAsync(IReadOnlyList<Drawing> sheets, long accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var photos = sheets.Select(_ => new Photo { Code = Code.NewPublic(), AccountId = accountId, Width = Sketch.Width, Height = Sketch.Height, CreatedAt = now }).ToList();
        await Parallel.ForEachAsync(sheets.Zip(photos), cancel, async (pair, token) =>
            await store.PutAsync(PhotoDesk.StoreKey(pair.Second.Code, null), Encoding.UTF8.GetBytes(Drawings.Draw(pair.First.Motif, pair.First.Seed)), token));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        db.Photos.AddRange(photos);
        await db.SaveChangesAsync(cancel);
        return [.. photos.Select(photo => photo.Code)];
    }
}
