using System.Buffers;
using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Storefront.Load.Clients;

/// <summary>
/// One keep-alive connection that sends bytes made beforehand and reads one answer. As little client as possible:
/// it shares the machine with the server it measures.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static async Task<Connection> OpenAsync(Uri server)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <param name="encoding">What the client can unpack; "identity": nothing.</param>
    public static byte[] Get(Uri server, string path, string encoding = "br") => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept-Encoding: {encoding}\r\nAccept-Language: zh-CN\r\n\r\n");

    /// <summary>Sends and returns status and the whole answer, head included. Valid until the next call.</summary>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Answer)> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var (read, head, body) = (0, -1, 0);
        while (head < 0 || read < head + body)
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server closed the connection.");
            read += more;
            if (head < 0 && _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                head = end + 4;
                body = LengthIn(_buffer.AsSpan(0, head)) ?? await ReadChunksAsync(head, read);
                if (body < 0) return (StatusIn(_buffer), _buffer.AsMemory(0, -body));
            }
        }
        return (StatusIn(_buffer), _buffer.AsMemory(0, read));
    }

    public void Dispose()
    {
        _socket.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static int StatusIn(ReadOnlySpan<byte> answer) => Utf8Parser.TryParse(answer[9..], out int status, out _) ? status : 0;

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : null;
    }

    /// <summary>Reads on until the empty last chunk; answers minus the whole size.</summary>
    private async ValueTask<int> ReadChunksAsync(int head, int read)
    {
        while (!_buffer.AsSpan(head, read - head).EndsWith("0\r\n\r\n"u8))
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server closed the connection.");
            read += more;
        }
        return -read;
    }
}
