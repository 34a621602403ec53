using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Modules.Videos;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Videos;

/// <summary>
/// All platforms' servers in one, with TLS on a real port of this machine. What is under test judges the addresses that <see cref="Names"/> gives;
/// only a connection it has allowed is brought here, so nothing of its judgement is switched off.
/// </summary>
internal sealed class PlatformFarSide : IAsyncDisposable
{
    public static readonly IPAddress Somewhere = IPAddress.Parse("93.184.215.14");

    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly CancellationTokenSource _gone = new();
    private WebApplication? _server;
    private int _port;

    /// <summary>What each name resolves to.</summary>
    public Func<string, IPAddress[]> Names { get; set; } = _ => [Somewhere];

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public bool IsTrusted { get; set; } = true;

    /// <summary>Host and path of every request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<IPEndPoint> Dialled { get; } = [];

    /// <summary>Whatever a request said beside host and path.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    public static async Task<PlatformFarSide> StartAsync()
    {
        var far = new PlatformFarSide();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // The settings of the shop lie beside the tests, and it answers to its own name only.
        builder.Configuration["AllowedHosts"] = "*";
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(far._certificate)));
        far._server = builder.Build();
        far._server.Run(far.ServeAsync);
        await far._server.StartAsync();
        far._port = new Uri(far._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return far;
    }

    /// <summary>Answers each request with the next of these: a status and a Location.</summary>
    public void Lead(params (int Status, string? Location)[] hops)
    {
        var next = -1;
        Answer = context =>
        {
            var (status, location) = hops[Math.Min(Interlocked.Increment(ref next), hops.Length - 1)];
            context.Response.StatusCode = status;
            if (location is not null) context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };
    }

    /// <summary>Takes the place of the wire and of nothing else.</summary>
    public void Serve(IServiceCollection services) =>
        services.AddHttpClient(ResolveLink.Client).ConfigurePrimaryHttpMessageHandler(CreateHandler);

    public SocketsHttpHandler CreateHandler()
    {
        var handler = new PublicInternet((host, _) => Task.FromResult(Names(host)), DialAsync).CreateHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => IsTrusted && shown?.GetCertHashString() == _certificate.GetCertHashString();
        return handler;
    }

    /// <summary>Until the far side goes away.</summary>
    public Task HangAsync(HttpContext context) => Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(_gone.Token, context.RequestAborted).Token);

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _server!.DisposeAsync();
        _certificate.Dispose();
        _gone.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=platforms.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private async Task ServeAsync(HttpContext context)
    {
        Asked.Enqueue($"{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
        foreach (var header in context.Request.Headers.Where(header => header.Key is not ("Host" or "User-Agent"))) Said.Enqueue($"{header.Key}: {header.Value}");
        await Answer(context);
    }

    private async ValueTask<Stream> DialAsync(IPEndPoint address, CancellationToken cancel)
    {
        Dialled.Enqueue(address);
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _port, cancel);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }
}
