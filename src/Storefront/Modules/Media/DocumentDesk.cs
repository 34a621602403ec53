using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media;

/// <summary>Private papers, encrypted with the shop's own keys before they reach the store. Saves in a scope of its own, like photos.</summary>
internal sealed class DocumentDesk(IServiceScopeFactory scopes, IMediaStore store, ShrinkPhoto shrink, IDataProtectionProvider protection, TimeProvider clock) : IDocuments
{
    /// <summary>Wide enough to read the small print of a licence.</summary>
    private static readonly int[] Widths = [1600];

    private readonly IDataProtector _protector = protection.CreateProtector("Storefront.Documents");

    public async Task<PhotoOutcome> SaveAsync(Stream upload, long? accountId, CancellationToken cancel)
    {
        var result = await shrink.RunAsync(upload, Widths, cancel);
        if (result is not { Head: { } head, Copies: [var copy] }) return new(null, result.Refusal);
        var document = new Document { Code = Code.NewSecret(), AccountId = accountId ?? Document.Nobody, ContentType = head.ContentType, CreatedAt = clock.GetUtcNow().UtcDateTime };
        await store.PutAsync(StoreKey(document.Code), _protector.Protect(copy.Bytes), cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        db.Documents.Add(document);
        await db.SaveChangesAsync(cancel);
        return new(document.Code, PhotoRefusal.None);
    }

    public async Task<T> PlaceAsync<T>(string code, Func<Task<T>> place, Func<T, bool> isPlaced)
    {
        T placed;
        try
        {
            placed = await place();
        }
        catch (DbUpdateException)
        {
            await DropAsync(code);
            throw;
        }
        if (!isPlaced(placed)) await DropAsync(code);
        return placed;
    }

    public async Task<(byte[] Bytes, string ContentType)?> OpenAsync(string code, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var type = await scope.ServiceProvider.GetRequiredService<StoreDb>().Documents.AsNoTracking()
            .Where(document => document.Code == code).Select(document => document.ContentType).FirstOrDefaultAsync(cancel);
        if (type is null || await store.OpenAsync(StoreKey(code), cancel) is not { } stream) return null;
        await using (stream)
        {
            using var sealedBytes = new MemoryStream();
            await stream.CopyToAsync(sealedBytes, cancel);
            return (_protector.Unprotect(sealedBytes.ToArray()), type);
        }
    }

    public async Task<IReadOnlyList<string>> OwnedAsync(long accountId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Documents.AsNoTracking()
            .Where(document => document.AccountId == accountId).Select(document => document.Code).ToListAsync(cancel);
    }

    public static string StoreKey(string code) => $"documents/{code[..2]}/{code}";

    private async Task DropAsync(string code)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Stage(new PapersDropped([code], []));
        await scope.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync(CancellationToken.None);
    }
}
