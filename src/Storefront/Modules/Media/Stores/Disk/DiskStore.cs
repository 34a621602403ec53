using System.Text.RegularExpressions;
using Storefront.Shared;

namespace Storefront.Modules.Media.Stores.Disk;

/// <summary>Files under the data folder, outside the web root.</summary>
internal sealed partial class DiskStore(DataFolder folder) : IMediaStore
{
    private readonly string _root = folder.Sub("media");

    public async Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Code.NewPublic()}";
        try
        {
            await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            await file.WriteAsync(bytes, cancel);
            file.Flush(flushToDisk: true);
            File.Move(part, path, overwrite: true);
            // The second flush carries the new name to the disk; the first one carried the bytes.
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        var path = PathOf(key);
        if (Directory.Exists(Path.GetDirectoryName(path))) File.Delete(path);
        return Task.CompletedTask;
    }

    private string PathOf(string key) =>
        Key().IsMatch(key) ? Path.Combine(_root, key.Replace('/', Path.DirectorySeparatorChar)) : throw new ArgumentException($"'{key}' is no key of ours.", nameof(key));

    [GeneratedRegex("^[a-z0-9-]+(?:/[a-z0-9-]+)*$", RegexOptions.None, 100)]
    private static partial Regex Key();
}
