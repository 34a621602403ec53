using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>
/// A vendor's server on a real port: it refuses whatever the vendor would refuse, remembers what it complained about, and misbehaves on the wire when told to.
/// </summary>
internal abstract class VendorFarSide(TestClock clock) : IAsyncDisposable
{
    private readonly Lock _one = new();
    private readonly CancellationTokenSource _gone = new();
    private WebApplication? _server;

    /// <summary>A request as it came over the wire.</summary>
    internal sealed record Call(string Method, string Target, IHeaderDictionary Headers, string Body);

    internal sealed record Answer(int Status, string ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>Done before the answer leaves, while others are served.</summary>
        public Func<Task>? First { get; init; }
    }

    /// <summary>A request that the vendor would not take.</summary>
    internal sealed class Complaint(string code, string why) : Exception(why)
    {
        public string Code { get; } = code;
    }

    public Mood Mood { get; set; }

    public Uri Address { get; private set; } = null!;

    /// <summary>What was wrong with requests. Empty after a good test.</summary>
    public List<string> Complaints { get; } = [];

    public int Calls { get; private set; }

    /// <summary>The shop's own, so that both agree what is old.</summary>
    public TestClock Clock { get; set; } = clock;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(ServeAsync);
        await _server.StartAsync();
        Address = new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _server!.DisposeAsync();
        _gone.Dispose();
    }

    protected abstract Answer Work(Call call);

    /// <summary>The same words, as <see cref="Mood"/> wants them signed.</summary>
    protected abstract Answer Spoil(Answer answer);

    protected T InTurn<T>(Func<T> work)
    {
        lock (_one) return work();
    }

    protected void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string code, string why)
    {
        if (holds) return;
        Complaints.Add($"{code}: {why}");
        throw new Complaint(code, why);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var mood = Mood;
        if (mood == Mood.Dropped) context.Abort();
        if (mood == Mood.Dropped) return;
        if (mood == Mood.Down) context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
        if (mood == Mood.Down) return;
        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var call = new Call(context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.Headers, await reader.ReadToEndAsync());
        var answer = InTurn(() =>
        {
            Calls++;
            return Work(call);
        });
        if (answer.First is { } first) await first();
        await SayAsync(context, mood, mood is Mood.WronglySigned or Mood.NotSigned or Mood.Changed ? Spoil(answer) : answer);
    }

    /// <summary>However long the caller waits: until it hangs up, or the test is over.</summary>
    private async Task PatienceEndsAsync(CancellationToken hungUp)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var caller = hungUp.UnsafeRegister(_ => ended.TrySetResult(), state: null);
        await using var test = _gone.Token.UnsafeRegister(_ => ended.TrySetResult(), state: null);
        await ended.Task;
    }

    private async Task SayAsync(HttpContext context, Mood mood, Answer answer)
    {
        if (mood is Mood.Silent or Mood.Late) await PatienceEndsAsync(context.RequestAborted);
        if (mood == Mood.DroppedAfterwards) context.Abort();
        if (mood is Mood.DroppedAfterwards or Mood.Silent) return;
        if (mood == Mood.DownAfterwards) answer = new(500, "text/plain", "fault", new Dictionary<string, string>());
        if (mood == Mood.Garbage) answer = new(200, "text/html", "<html><body>Bad gateway</body></html>", new Dictionary<string, string>());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (answer.Body.Length > 0) await context.Response.WriteAsync(answer.Body);
    }
}
