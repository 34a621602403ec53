using Storefront.Modules.Media.Stores;
using Storefront.Modules.Media.Stores.Disk;
using Storefront.Shared;

namespace Storefront.Tests.Seams;

/// <summary>What every media store promises. An adapter adds a class of its own below this one.</summary>
public abstract class MediaStoreContract
{
    private protected abstract IMediaStore Store { get; }

    [Fact]
    public async Task Gives_back_what_was_put()
    {
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(number => (byte)(number * 31))];
        await Store.PutAsync("photos/ab/abc-320", bytes, default);
        Assert.Equal(bytes, await ReadAsync("photos/ab/abc-320"));
    }

    [Fact]
    public async Task Puts_over_what_was_there()
    {
        await Store.PutAsync("photos/ab/twice", new byte[] { 1, 2, 3 }, default);
        await Store.PutAsync("photos/ab/twice", new byte[] { 4 }, default);
        Assert.Equal(new byte[] { 4 }, await ReadAsync("photos/ab/twice"));
    }

    [Fact]
    public async Task Keeps_an_empty_file()
    {
        await Store.PutAsync("empty", ReadOnlyMemory<byte>.Empty, default);
        Assert.Empty((await ReadAsync("empty"))!);
    }

    [Fact]
    public async Task Knows_nothing_of_what_was_never_put() => Assert.Null(await Store.OpenAsync("no/such", default));

    [Fact]
    public async Task Deletes_and_bears_deleting_nothing()
    {
        await Store.PutAsync("photos/ab/gone", new byte[] { 1 }, default);
        await Store.DeleteAsync("photos/ab/gone", default);
        await Store.DeleteAsync("photos/ab/gone", default);
        await Store.DeleteAsync("nowhere/at/all", default);
        Assert.Null(await Store.OpenAsync("photos/ab/gone", default));
    }

    [Fact]
    public async Task A_reader_never_sees_a_part()
    {
        byte[][] versions = [.. Enumerable.Range(1, 4).Select(version => Enumerable.Repeat((byte)version, 100_000 * version).ToArray())];
        await Store.PutAsync("busy", versions[0], default);
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++) await Store.PutAsync("busy", versions[round % versions.Length], default);
        });
        while (!writing.IsCompleted)
        {
            var seen = (await ReadAsync("busy"))!;
            Assert.Equal(versions[seen[0] - 1].Length, seen.Length);
        }
        await writing;
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("/etc/x")]
    [InlineData("a//b")]
    [InlineData("A")]
    [InlineData("a/..")]
    [InlineData("")]
    public async Task Refuses_keys_that_are_not_ours(string key) => await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, new byte[] { 1 }, default));

    private async Task<byte[]?> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key, default);
        if (stream is null) return null;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}

public sealed class DiskStoreTests : MediaStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storefront-store-");

    private protected override IMediaStore Store => new DiskStore(new DataFolder(_folder.FullName));

    [Fact]
    public async Task Leaves_no_parts_behind()
    {
        await Store.PutAsync("photos/ab/one", new byte[] { 1 }, default);
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
