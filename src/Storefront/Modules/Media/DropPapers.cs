using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media;

/// <summary>
/// Deletes files and then their rows. A file that is gone while its row comes back, because the transaction failed, is gone for good all the same:
/// the event is heard again and finds nothing left to delete.
/// </summary>
internal sealed class DropPapers(StoreDb db, IMediaStore store) : IHandle<PapersDropped>
{
    public async Task HandleAsync(PapersDropped happened, CancellationToken cancel)
    {
        var documents = await db.Documents.Where(document => happened.Papers.Contains(document.Code)).ToListAsync(cancel);
        foreach (var document in documents) await store.DeleteAsync(DocumentDesk.StoreKey(document.Code), cancel);
        db.RemoveRange(documents);
        var photos = await db.Photos.Where(photo => happened.Photos.Contains(photo.Code)).ToListAsync(cancel);
        foreach (var photo in photos)
        {
            foreach (var width in (IEnumerable<int?>)[null, .. IPhotos.Widths]) await store.DeleteAsync(PhotoDesk.StoreKey(photo.Code, width), cancel);
        }
        db.RemoveRange(photos);
    }
}
