using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Push;

namespace Storefront.Tests.Seams.Channels;

/// <summary>A push service: checks who is sending (RFC 8292), and opens each message as its browser would.</summary>
internal sealed class FarPush : IFarSide
{
    public const string Origin = "https://push.example";
    private readonly ConcurrentDictionary<string, TestBrowser> _browsers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string To, string Text)> _handed = [];
    private readonly WebApplication _server;
    private readonly string _certificate;
    private int _calls;

    private FarPush(WebApplication server, X509Certificate2 certificate) => (_server, _certificate) = (server, certificate.Thumbprint);

    public Mood Mood { get; set; }

    /// <summary>Instead of what the mood says.</summary>
    public int? Status { get; set; }

    public string? RetryAfter { get; set; }

    public IReadOnlyList<(string To, string Text)> Handed => [.. _handed];

    public ConcurrentQueue<string> Topics { get; } = [];

    public ConcurrentQueue<string> Mistakes { get; } = [];

    public int Calls => _calls;

    /// <summary>The service the shop is running on, whose clock and keys the hasty channel shares.</summary>
    public IServiceProvider? Shop { get; set; }

    public static async Task<FarPush> StartAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = new CertificateRequest("CN=push.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-2));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var far = new FarPush(builder.Build(), certificate);
        far._server.Run(far.TakeAsync);
        await far._server.StartAsync();
        return far;
    }

    /// <summary>Every name leads here; only in tests.</summary>
    public void Wire(IServiceCollection services) => services.AddHttpClient(PushChannel.Client).ConfigurePrimaryHttpMessageHandler(Handler);

    public TestBrowser NewBrowser()
    {
        var browser = new TestBrowser();
        _browsers[browser.Path] = browser;
        return browser;
    }

    public IReadOnlyList<JsonElement> ReadBy(TestBrowser browser) => [.. Handed.Where(sent => sent.To == browser.Endpoint).Select(sent => JsonDocument.Parse(sent.Text).RootElement)];

    public Message Letter(Way way, string text)
    {
        var browser = NewBrowser();
        return new(way, browser.Endpoint, text) { Keys = browser.Keys, Id = "n1-1" };
    }

    public IMessageChannel Hasty(TimeSpan patience) =>
        new PushChannel(new One(Handler(), patience), Shop!.GetRequiredService<VapidKeys>(), Shop!.GetRequiredService<TimeProvider>());

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private SocketsHttpHandler Handler()
    {
        var port = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return new()
        {
            SslOptions = new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 { Thumbprint: var mark } && mark == _certificate },
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        foreach (var mistake in MistakesIn(context.Request)) Mistakes.Enqueue(mistake);
        if (Mood == Mood.Silent) await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        if (Mood == Mood.Cuts)
        {
            context.Abort();
            return;
        }
        if (RetryAfter is { } pause) context.Response.Headers.RetryAfter = pause;
        context.Response.StatusCode = Status ?? Mood switch { Mood.Accepts => 201, Mood.Refuses => 400, _ => 500 };
        if (context.Response.StatusCode != 201) return;
        Topics.Enqueue(context.Request.Headers["Topic"].ToString());
        _handed.Enqueue((Origin + context.Request.Path, Encoding.UTF8.GetString(_browsers[context.Request.Path].Open(buffer.ToArray()))));
    }

    private IEnumerable<string> MistakesIn(HttpRequest request)
    {
        if (request.Method != "POST" || request.Headers.ContentEncoding != "aes128gcm") yield return "content encoding";
        if (!long.TryParse(request.Headers["TTL"], out var kept) || kept is <= 0 or > 2_419_200) yield return "TTL";
        if (request.ContentLength is null or > 4096) yield return "size";
        if (request.Headers["Topic"].ToString() is { Length: > 32 }) yield return "topic";
        var parts = request.Headers.Authorization.ToString().Split("vapid t=", 2)[^1].Split(", k=");
        var token = parts[0].Split('.');
        var point = Base64Url.DecodeFromChars(parts[1]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        if (!key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256)) yield return "signature";
        if (Part(token[0]).GetProperty("alg").GetString() != "ES256") yield return "alg";
        var claims = Part(token[1]);
        if (claims.GetProperty("aud").GetString() != Origin) yield return "aud";
        if (claims.GetProperty("sub").GetString() is not { } subject || !(subject.StartsWith("mailto:", StringComparison.Ordinal) || subject.StartsWith("https:", StringComparison.Ordinal))) yield return "sub";
        var left = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()) - Shop!.GetRequiredService<TimeProvider>().GetUtcNow();
        if (left <= TimeSpan.Zero || left > TimeSpan.FromHours(24)) yield return "exp";
    }

    private static JsonElement Part(string part) => JsonDocument.Parse(Base64Url.DecodeFromChars(part)).RootElement;

    private sealed class One(SocketsHttpHandler handler, TimeSpan patience) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false) { Timeout = patience };
    }
}
