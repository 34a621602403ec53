using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Http;

namespace Storefront.Tests.Seams.Channels;

/// <summary>An operator's SMS and mail gateway.</summary>
internal sealed class FarGateway : IFarSide
{
    public const string Secret = "far-side-secret";
    private readonly ConcurrentQueue<(string To, string Text)> _handed = [];
    private readonly WebApplication _server;

    private FarGateway(WebApplication server) => _server = server;

    public Mood Mood { get; set; }

    public IReadOnlyList<(string To, string Text)> Handed => [.. _handed];

    public int Calls => Requests.Count;

    public ConcurrentQueue<(string Line, string Authorization, string? ContentType, IReadOnlyList<string> Fields)> Requests { get; } = [];

    public Uri Hook => new(_server.Urls.First() + "/hook");

    public static async Task<FarGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var far = new FarGateway(builder.Build());
        far._server.Urls.Add("http://127.0.0.1:0");
        far._server.Run(far.TakeAsync);
        await far._server.StartAsync();
        return far;
    }

    public Message Letter(Way way, string text) => new(way, way == Way.Sms ? "13800138000" : "lin+tag@example.com", text);

    public IMessageChannel Hasty(TimeSpan patience) => new HttpChannel(new() { Timeout = patience }, new() { Url = Hook });

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Requests.Enqueue(($"{context.Request.Method} {context.Request.Path}", context.Request.Headers.Authorization.ToString(), context.Request.ContentType, [.. body.RootElement.EnumerateObject().Select(field => field.Name)]));
        if (Mood == Mood.Silent) await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        if (Mood == Mood.Cuts) context.Abort();
        else if (Mood == Mood.Accepts) _handed.Enqueue((body.RootElement.GetProperty("to").GetString()!, body.RootElement.GetProperty("text").GetString()!));
        else context.Response.StatusCode = Mood == Mood.Refuses ? 400 : 500;
    }
}
