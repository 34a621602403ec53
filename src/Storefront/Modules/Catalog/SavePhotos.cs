using Storefront.Modules.Media.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>Keeps the photos that came with a whole form, as a browser without scripts sends them.</summary>
internal sealed class SavePhotos(IPhotos photos)
{
    public sealed record Outcome(IReadOnlyList<string> Codes, IReadOnlyList<PhotoRefusal> Refusals);

    public async Task<Outcome> RunAsync(IEnumerable<IFormFile> files, long accountId, CancellationToken cancel)
    {
        var (codes, refusals) = (new List<string>(), new List<PhotoRefusal>());
        foreach (var file in files.Where(file => file.Length > 0))
        {
            await using var upload = file.OpenReadStream();
            var saved = await photos.SaveAsync(upload, accountId, key: null, cancel);
            if (saved.Code is { } code) codes.Add(code);
            else refusals.Add(saved.Refusal);
        }
        return new(codes, refusals);
    }
}
