namespace Storefront.Modules.Media.Stores;

/// <summary>
/// Keeps bytes by key. One adapter a folder, chosen by Media:Store ("Disk" is class DiskStore). Keys are ours: lower-case letters, digits, '-' and '/',
/// never text from a visitor. The contract suite in the tests holds every adapter to these words.
/// </summary>
internal interface IMediaStore
{
    /// <summary>Once this returns, the bytes survive power loss. Before, a reader sees nothing or the earlier bytes, never a part.</summary>
    Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Null when there is nothing under this key. The caller disposes of the stream.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancel);

    /// <summary>Deleting what is not there is no error.</summary>
    Task DeleteAsync(string key, CancellationToken cancel);
}
