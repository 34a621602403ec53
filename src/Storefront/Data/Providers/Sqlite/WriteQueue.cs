namespace Storefront.Data.Providers.Sqlite;

/// <summary>Lets writers of this process in one by one, first come first served, so that none of them burns a thread on SQLITE_BUSY.</summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        return new Turn(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
