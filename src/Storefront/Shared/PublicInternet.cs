using System.Net;
using System.Net.Sockets;

namespace Storefront.Shared;

/// <summary>
/// The way out to addresses that strangers choose: links people paste, subscriptions browsers hand in. Only TLS on port 443, only addresses of the public
/// internet, judged for the very connection that is opened, so that neither a redirect nor a name that changes its address leads into the operator's own network.
/// No redirect is followed, no cookie kept, no proxy asked, and nothing of a body is read that the caller does not read.
/// </summary>
/// <param name="lookup">Names to addresses. In production the system's own; never a setting.</param>
/// <param name="dial">Opens the connection to an address that was found public.</param>
public sealed class PublicInternet(Func<string, CancellationToken, Task<IPAddress[]>> lookup, Func<IPEndPoint, CancellationToken, ValueTask<Stream>> dial)
{
    private const int TlsPort = 443;
    private const int MostHeaderKilobytes = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public PublicInternet()
        : this(Dns.GetHostAddressesAsync, DialAsync)
    {
    }

    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = Patience,
        MaxResponseHeadersLength = MostHeaderKilobytes,
        // An unread body is dropped with its connection instead of being read to its end.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    private static async ValueTask<Stream> DialAsync(IPEndPoint address, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (port != TlsPort || context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps)
            throw new NotPublicException($"{host}:{port} is not asked: only TLS on port {TlsPort}.");
        var addresses = await lookup(host, cancel);
        // One private address among public ones is somebody's trick, so none of them is used.
        if (addresses.Length == 0 || !addresses.All(PublicAddress.Is)) throw new NotPublicException($"{host} has no public address.");
        for (var index = 0; ; index++)
        {
            try
            {
                return await dial(new(addresses[index], port), cancel);
            }
            catch (SocketException) when (index < addresses.Length - 1)
            {
                // The next address of the same name.
            }
        }
    }
}

/// <summary>An address or port that is not asked, whoever wishes it.</summary>
public sealed class NotPublicException : HttpRequestException
{
    public NotPublicException()
    {
    }

    public NotPublicException(string message)
        : base(message)
    {
    }

    public NotPublicException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
