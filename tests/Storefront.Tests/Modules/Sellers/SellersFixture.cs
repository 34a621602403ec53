using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.Modules.Media.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

public sealed class SellersFixture : IAsyncLifetime
{
    public StoreApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await StoreApp.StartAsync(services =>
    {
        services.TryAddSingleton<IDocuments, KeptInMemory>();
        services.TryAddSingleton<IPhotos, KeptInMemory>();
    });

    public async Task DisposeAsync() => await App.DisposeAsync();

    private sealed class KeptInMemory : IDocuments, IPhotos
    {
        private readonly Dictionary<string, byte[]> _kept = [];

        public async Task<PhotoOutcome> SaveAsync(Stream upload, long accountId, CancellationToken cancel)
        {
            using var copy = new MemoryStream();
            await upload.CopyToAsync(copy, cancel);
            if (copy.GetBuffer()[0] != 0x89) return new(null, PhotoRefusal.NotAPicture);
            var code = Storefront.Shared.Code.NewSecret();
            _kept[code] = copy.ToArray();
            return new(code, PhotoRefusal.None);
        }

        public Task<PhotoOutcome> SaveAsync(Stream upload, long accountId, string? key, CancellationToken cancel) => SaveAsync(upload, accountId, cancel);

        public Task<(byte[] Bytes, string ContentType)?> OpenAsync(string code, CancellationToken cancel) =>
            Task.FromResult<(byte[], string)?>(_kept.TryGetValue(code, out var bytes) ? (bytes, "image/png") : null);

        public Task<string> SaveDrawingAsync(string svg, long accountId, CancellationToken cancel) => Task.FromResult("");

        public Task<IReadOnlyList<string>> OwnedAsync(IReadOnlyCollection<string> codes, long accountId, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<string>>([.. codes]);
    }
}
