using Storefront.Modules.Media.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>
/// Keeps photos that came with a whole form (a browser without scripts). Each in a scope of its own: the listing's form has had no effect yet,
/// and its receipt must be saved with the listing, not with a photo.
/// </summary>
internal sealed class SavePhotos(IServiceScopeFactory scopes)
{
    public sealed record Outcome(IReadOnlyList<string> Codes, IReadOnlyList<PhotoRefusal> Refusals);

    public async Task<Outcome> RunAsync(IEnumerable<IFormFile> files, long accountId, CancellationToken cancel)
    {
        var (codes, refusals) = (new List<string>(), new List<PhotoRefusal>());
        foreach (var file in files.Where(file => file.Length > 0))
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var upload = file.OpenReadStream();
            var saved = await scope.ServiceProvider.GetRequiredService<IPhotos>().SaveAsync(upload, accountId, key: null, cancel);
            if (saved.Code is { } code) codes.Add(code);
            else refusals.Add(saved.Refusal);
        }
        return new(codes, refusals);
    }
}
