using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Development;
using Storefront.Modules.Notifications.Channels.Http;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams;

/// <summary>What every message channel keeps, whoever writes it; each is tried against a far side that writes down what it was handed.</summary>
public sealed class MessageChannelContract : IAsyncLifetime
{
    private const string Secret = "far-side-secret";
    private readonly List<(string To, string Text)> _handed = [];
    private readonly List<(string Line, string Authorization, string? ContentType)> _requests = [];
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;
    private WebApplication _far = null!;
    private StoreApp _app = null!;

    public static TheoryData<string> Names() => [.. Folders()];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _far = builder.Build();
        _far.Urls.Add("http://127.0.0.1:0");
        _far.Run(TakeAsync);
        await _far.StartAsync();
        var address = _far.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _app = await StoreApp.StartAsync(null, $"Messages:Http:Url={address}/hook", $"Messages:Http:Secret={Secret}");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _far.DisposeAsync();
    }

    [Fact]
    public async Task Every_folder_of_the_seam_is_discovered_and_named_after_it()
    {
        var all = await _app.RunAsync<IEnumerable<IMessageChannel>, List<string>>(channels => Task.FromResult(channels.Select(channel => channel.GetType().Name).ToList()));
        Assert.Equal(Folders().Select(folder => folder + "Channel").Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_ready_channel_hands_over_address_and_text_as_they_are(string name)
    {
        foreach (var (phone, address, text) in new[] { (true, "13800138000", "验证码 012345，“五分钟” \"quoted\" \\ 🐝"), (false, "lin+tag@example.com", "Line one\nline two & <tags>") })
        {
            await WithAsync(name, async channel =>
            {
                Assert.True(channel.IsReady);
                Assert.True(channel.Reaches(phone));
                await channel.SendAsync(address, text, default);
            });
            Assert.Contains((address, text), await HandedAsync(name));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_is_handed_over_once(string name)
    {
        await WithAsync(name, channel => channel.SendAsync("13800138001", "once", default));
        Assert.Single(await HandedAsync(name), sent => sent.To == "13800138001");
    }

    [Fact]
    public async Task The_http_channel_posts_json_with_its_secret_in_the_header_alone()
    {
        await WithAsync("Http", channel => channel.SendAsync("13800138000", "hello", default));
        var request = Assert.Single(_requests);
        Assert.Equal(("POST /hook", $"Bearer {Secret}"), (request.Line, request.Authorization));
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task A_refusal_is_a_failure_and_is_not_tried_again(int status)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        await WithAsync("Http", channel => Assert.ThrowsAsync<HttpRequestException>(() => channel.SendAsync("13800138000", "hello", default)));
        Assert.Single(_requests);
    }

    [Fact]
    public async Task A_line_cut_before_the_answer_is_a_failure()
    {
        _answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await WithAsync("Http", channel => Assert.ThrowsAsync<HttpRequestException>(() => channel.SendAsync("13800138000", "hello", default)));
    }

    [Fact]
    public async Task Silence_is_a_timeout_and_a_caller_who_left_is_not()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        var channel = new HttpChannel(http, new() { Url = new(_far.Urls.First() + "/hook") });
        _answer = context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        await Assert.ThrowsAsync<TimeoutException>(() => channel.SendAsync("13800138000", "hello", default));
        using var left = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.SendAsync("13800138000", "hello", left.Token));
    }

    [Fact]
    public void A_channel_without_its_options_is_not_ready()
    {
        Assert.False(new HttpChannel(new(), new()).IsReady);
        Assert.False(new HttpChannel(new(), new() { Url = new("/relative", UriKind.Relative) }).IsReady);
    }

    [Fact]
    public async Task A_person_is_told_when_the_channel_failed()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var app = await StoreApp.StartAsync(services =>
        {
            // The channel of Development comes first and never fails.
            services.Remove(services.First(service => service.ServiceType == typeof(IMessageChannel)));
        }, $"Messages:Http:Url={_far.Urls.First()}/hook");
        Assert.False(await app.RunAsync<IMessages, bool>(messages => messages.SendAsync(CodeTarget.Phone, "13800138000", "hello", default)));
        var visitor = app.NewVisitor("en");
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = "13800138000" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("could not be sent", refused.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Folders() =>
        Directory.GetDirectories(Path.Combine(Repo.Root, "src/Storefront/Modules/Notifications/Channels")).Select(folder => Path.GetFileName(folder)!);

    private Task<bool> WithAsync(string name, Func<IMessageChannel, Task> use) => _app.RunAsync<IEnumerable<IMessageChannel>, bool>(async channels =>
    {
        await use(channels.Single(channel => channel.GetType().Name == name + "Channel"));
        return true;
    });

    private async Task<IReadOnlyList<(string To, string Text)>> HandedAsync(string name) => name == "Development"
        ? await _app.RunAsync<DevelopmentChannel, List<(string, string)>>(channel => Task.FromResult(channel.Messages.Select(sent => (sent.Address, sent.Text)).ToList()))
        : _handed;

    private async Task TakeAsync(HttpContext context)
    {
        var request = context.Request;
        _requests.Add(($"{request.Method} {request.Path}{request.QueryString}", request.Headers.Authorization.ToString(), request.ContentType));
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        _handed.Add((body.RootElement.GetProperty("to").GetString()!, body.RootElement.GetProperty("text").GetString()!));
        Assert.Equal(2, body.RootElement.EnumerateObject().Count());
        await _answer(context);
    }
}
