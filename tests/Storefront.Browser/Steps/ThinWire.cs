using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Storefront.Browser.Steps;

/// <summary>
/// One bar of signal between a browser and the shop: 400 kbit/s each way, shared by all connections, and 300 ms for there and back.
/// Unlike the browser's own slowness it holds for the service worker as well.
/// </summary>
internal sealed class ThinWire : IAsyncDisposable
{
    private const int BytesPerSecond = 400_000 / 8, HalfWayMs = 150, Parcel = 1460;

    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _work = [];
    private readonly Uri _shop;
    private readonly Lane _up = new(), _down = new();

    public ThinWire(Uri shop)
    {
        _shop = shop;
        _door.Start();
        _work.Add(AcceptAsync());
    }

    public Uri Address => new($"http://{_door.LocalEndpoint}");

    /// <summary>Bytes that came down so far.</summary>
    public long Down => _down.Bytes;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _door.Stop();
        await Task.WhenAll(_work);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _work.Add(CarryAsync(await _door.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            // The journey is over.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                await far.ConnectAsync(_shop.Host, _shop.Port, _end.Token);
                await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream(), _up), PumpAsync(far.GetStream(), near.GetStream(), _down));
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // Either side may hang up.
            }
        }
    }

    /// <summary>Reading goes on while earlier parcels are still on their way.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, Lane lane)
    {
        var parcels = System.Threading.Channels.Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var delivery = DeliverAsync(to, parcels.Reader);
        var parcel = new byte[Parcel];
        try
        {
            while (await from.ReadAsync(parcel, _end.Token) is > 0 and var count) parcels.Writer.TryWrite((parcel[..count], lane.Take(count)));
        }
        finally
        {
            parcels.Writer.Complete();
        }
        await delivery;
    }

    private async Task DeliverAsync(NetworkStream to, System.Threading.Channels.ChannelReader<(byte[] Bytes, long Due)> parcels)
    {
        await foreach (var (bytes, due) in parcels.ReadAllAsync(_end.Token))
        {
            if (due - Environment.TickCount64 is > 0 and var left) await Task.Delay(TimeSpan.FromMilliseconds(left), _end.Token);
            await to.WriteAsync(bytes, _end.Token);
        }
    }

    /// <summary>One direction: what goes in later leaves later.</summary>
    private sealed class Lane
    {
        private readonly Lock _lock = new();
        private double _free;
        private long _bytes;

        public long Bytes => Interlocked.Read(ref _bytes);

        public long Take(int count)
        {
            lock (_lock)
            {
                _bytes += count;
                _free = Math.Max(_free, Environment.TickCount64) + count * 1000.0 / BytesPerSecond;
                return (long)_free + HalfWayMs;
            }
        }
    }
}
