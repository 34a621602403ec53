using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media;

/// <summary>
/// Saves in a scope of its own: a photo is kept whether or not the form that carries it is accepted, and must neither save what a page has
/// staged nor spend the form's one effect.
/// </summary>
internal sealed class PhotoDesk(IServiceScopeFactory scopes, IMediaStore store, ShrinkPhoto shrink, TimeProvider clock) : IPhotos
{
    public async Task<PhotoOutcome> SaveAsync(Stream upload, long accountId, string? key, CancellationToken cancel)
    {
        if (await FindAsync(accountId, key, cancel) is { } earlier) return new(earlier, PhotoRefusal.None);
        var result = await shrink.RunAsync(upload, IPhotos.Widths, cancel);
        if (result is not { Head: { } head, Copies: { } copies }) return new(null, result.Refusal);
        var (width, height) = result.IsTurned ? (head.Height, head.Width) : (head.Width, head.Height);
        var photo = New(accountId, key, width, height);
        foreach (var copy in copies) await store.PutAsync(StoreKey(photo.Code, copy.Width), copy.Bytes, cancel);
        if (await TryAddAsync(photo, cancel)) return new(photo.Code, PhotoRefusal.None);
        foreach (var copy in copies) await store.DeleteAsync(StoreKey(photo.Code, copy.Width), cancel);
        return new(await FindAsync(accountId, key, cancel), PhotoRefusal.None);
    }

    public async Task<string> SaveDrawingAsync(string svg, long accountId, CancellationToken cancel)
    {
        if (!svg.StartsWith("<svg", StringComparison.Ordinal)) throw new ArgumentException("A drawing begins with <svg.", nameof(svg));
        var photo = New(accountId, null, 0, 0);
        await store.PutAsync(StoreKey(photo.Code, null), System.Text.Encoding.UTF8.GetBytes(svg), cancel);
        await TryAddAsync(photo, cancel);
        return photo.Code;
    }

    public async Task<IReadOnlyList<string>> OwnedAsync(IReadOnlyCollection<string> codes, long accountId, CancellationToken cancel)
    {
        if (codes.Count == 0) return [];
        await using var scope = scopes.CreateAsyncScope();
        var owned = await scope.ServiceProvider.GetRequiredService<StoreDb>().Photos.AsNoTracking()
            .Where(photo => photo.AccountId == accountId && codes.Contains(photo.Code)).Select(photo => photo.Code).ToListAsync(cancel);
        return [.. codes.Distinct(StringComparer.Ordinal).Where(owned.Contains)];
    }

    /// <summary>Where the bytes of one width lie; of no width: the one file for all.</summary>
    public static string StoreKey(string code, int? width) => $"photos/{code[..2]}/{code}{(width is null ? "" : $"-{width}")}";

    private Photo New(long accountId, string? key, int width, int height) =>
        new() { Code = Code.NewPublic(), AccountId = accountId, Key = key, Width = width, Height = height, CreatedAt = clock.GetUtcNow().UtcDateTime };

    private async Task<string?> FindAsync(long accountId, string? key, CancellationToken cancel)
    {
        if (key is null) return null;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Photos.AsNoTracking()
            .Where(photo => photo.AccountId == accountId && photo.Key == key).Select(photo => photo.Code).FirstOrDefaultAsync(cancel);
    }

    /// <summary>False when the same sender's same key was faster.</summary>
    private async Task<bool> TryAddAsync(Photo photo, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        db.Photos.Add(photo);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (photo.Key is not null && db.IsUniqueClash(failure))
        {
            return false;
        }
    }
}
