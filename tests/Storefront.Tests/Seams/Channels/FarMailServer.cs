using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Smtp;

namespace Storefront.Tests.Seams.Channels;

/// <summary>A mail as it arrived.</summary>
internal sealed record Mail(string From, string To, IReadOnlyDictionary<string, string> Headers, string Text);

/// <summary>A mail server that speaks enough of RFC 5321 and reads what it is sent.</summary>
internal sealed partial class FarMailServer : IFarSide
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Mail> _mails = [];
    private int _calls;

    private FarMailServer()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public Mood Mood { get; set; }

    public IReadOnlyList<Mail> Mails => [.. _mails];

    public IReadOnlyList<(string To, string Text)> Handed => [.. _mails.Select(mail => (mail.To, mail.Text))];

    public int Calls => _calls;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string[] Settings => ["Messages:Smtp:Host=127.0.0.1", $"Messages:Smtp:Port={Port}", "Messages:Smtp:From=田野 <shop@farm.example>", "Messages:Smtp:Plain=true"];

    public static FarMailServer Start() => new();

    public Message Letter(Way way, string text) => new(way, "lin+tag@example.com", text);

    public IMessageChannel Hasty(TimeSpan patience) => new SmtpChannel(new() { Host = "127.0.0.1", Port = Port, From = "shop@farm.example", Plain = true }, patience);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _calls);
        using var caller = client;
        try
        {
            if (Mood == Mood.Silent) await Task.Delay(TimeSpan.FromSeconds(30), _stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await TalkAsync(reader, writer);
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The caller has left.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 farm.example");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA" && Mood == Mood.Cuts) return;
            if (verb == "MAIL") from = Between(line);
            if (verb == "RCPT") to = Between(line);
            await writer.WriteLineAsync(verb switch
            {
                "EHLO" => "250-farm.example\r\n250 8BITMIME",
                "MAIL" when Mood == Mood.Fails => "451 later, please",
                "RCPT" when Mood == Mood.Refuses => $"550 5.1.1 <{to}> is nobody",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "QUIT") return;
            if (verb != "DATA") continue;
            _mails.Enqueue(Read(from, to, await DataAsync(reader)));
            await writer.WriteLineAsync("250 taken");
        }
    }

    private async Task<List<string>> DataAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".") lines.Add(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        Assert.All(lines, line => Assert.True(line.Length <= 998, line));
        return lines;
    }

    private static Mail Read(string from, string to, List<string> lines)
    {
        var blank = lines.IndexOf("");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in string.Join('\n', lines.Take(blank)).Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
            headers.Add(header.Split(':')[0], Decode(header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
        return new(from, to, headers, Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines.Skip(blank + 1)))).ReplaceLineEndings("\n"));
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];

    private static string Decode(string header) => Word().Replace(Gap().Replace(header, "?==?"), word =>
        word.Groups["kind"].ValueSpan is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)) : Uri.UnescapeDataString(word.Groups["text"].Value.Replace('=', '%')));

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
