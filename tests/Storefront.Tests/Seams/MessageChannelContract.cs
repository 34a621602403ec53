using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Development;
using Storefront.Modules.Notifications.Channels.Http;
using Storefront.Modules.Notifications.Channels.Smtp;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;
using Answer = Storefront.Modules.Notifications.Channels.Answer;

namespace Storefront.Tests.Seams;

/// <summary>What every message channel keeps, whoever writes it; each is tried against a far side that writes down what it was handed.</summary>
public sealed class MessageChannelContract : IAsyncLifetime
{
    private readonly Dictionary<string, IFarSide> _far = new(StringComparer.Ordinal);
    private StoreApp _app = null!;

    public static TheoryData<string> Names() => [.. Folders()];

    /// <summary>Development sends nothing, so nobody can refuse it.</summary>
    public static TheoryData<string> Sending() => [.. Folders().Where(name => name != "Development")];

    public async Task InitializeAsync()
    {
        var (gateway, push, mail) = (await FarGateway.StartAsync(), await FarPush.StartAsync(), FarMailServer.Start());
        (_far["Http"], _far["Push"], _far["Smtp"]) = (gateway, push, mail);
        _app = await StoreApp.StartAsync(push.Wire, [$"Messages:Http:Url={gateway.Hook}", $"Messages:Http:Secret={FarGateway.Secret}", .. mail.Settings]);
        push.Shop = _app.Services;
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var far in _far.Values) await far.DisposeAsync();
    }

    [Fact]
    public async Task Every_folder_of_the_seam_is_discovered_and_named_after_it()
    {
        var all = await _app.RunAsync<IEnumerable<IMessageChannel>, List<string>>(channels => Task.FromResult(channels.Select(channel => channel.GetType().Name).ToList()));
        Assert.Equal(Folders().Select(folder => folder + "Channel").Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_ready_channel_hands_over_address_and_text_as_they_are_and_once(string name)
    {
        await WithAsync(name, async channel =>
        {
            Assert.True(channel.IsReady);
            foreach (var way in Enum.GetValues<Way>().Where(channel.Reaches))
            {
                var letter = LetterFor(name, way, $"{way} 验证码 012345，“五分钟” \"quoted\" \\ 🐝\nsecond line & <tags>");
                Assert.Equal(Answer.Accepted, (await channel.SendAsync(letter, default)).Answer);
                Assert.Single(await HandedAsync(name), sent => sent == (letter.To, letter.Text));
            }
        });
        Assert.Empty(((FarPush)_far["Push"]).Mistakes);
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public Task What_may_come_later_is_not_tried_again_by_the_channel(string name) => JudgedAsync(name, Mood.Fails, Answer.Later);

    [Theory]
    [MemberData(nameof(Sending))]
    public Task What_is_refused_for_good_is_told_so(string name) => JudgedAsync(name, Mood.Refuses, Answer.Refused);

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task A_line_cut_before_the_answer_may_be_tried_again(string name)
    {
        _far[name].Mood = Mood.Cuts;
        await WithAsync(name, async channel => Assert.Equal(Answer.Later, (await channel.SendAsync(LetterFor(name), default)).Answer));
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task Silence_ends_and_a_caller_who_left_is_no_verdict(string name)
    {
        _far[name].Mood = Mood.Silent;
        var channel = _far[name].Hasty(TimeSpan.FromMilliseconds(300));
        Assert.Equal(new(Answer.Later, "timeout"), await channel.SendAsync(LetterFor(name), default));
        using var left = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _far[name].Hasty(TimeSpan.FromSeconds(30)).SendAsync(LetterFor(name), left.Token));
    }

    [Fact]
    public async Task The_http_channel_posts_json_with_its_secret_in_the_header_alone()
    {
        await WithAsync("Http", channel => channel.SendAsync(new(Way.Email, "a@example.com", "hello") { Subject = "Hi", Unsubscribe = new("https://farm.example/u/1") }, default));
        await WithAsync("Http", channel => channel.SendAsync(LetterFor("Http"), default));
        var requests = ((FarGateway)_far["Http"]).Requests.ToArray();
        Assert.All(requests, request => Assert.Equal(("POST /hook", $"Bearer {FarGateway.Secret}"), (request.Line, request.Authorization)));
        Assert.All(requests, request => Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal));
        Assert.Equal([["to", "text", "subject", "unsubscribe"], ["to", "text"]], requests.Select(request => request.Fields));
    }

    [Fact]
    public async Task A_mail_names_its_sender_and_how_to_have_no_more_of_it()
    {
        var off = new Uri("https://farm.example/u/0123456789abcdefghjkmnpqrs");
        await WithAsync("Smtp", channel => channel.SendAsync(new(Way.Email, "lin@example.com", "Body") { Subject = "新订单\r\nBcc: everybody@example.com", Unsubscribe = off, Id = "n7-1" }, default));
        var mail = Assert.Single(((FarMailServer)_far["Smtp"]).Mails);
        Assert.Equal(("shop@farm.example", "lin@example.com", "新订单"), (mail.From, mail.To, mail.Headers["Subject"]));
        Assert.Equal(("<" + off + ">", "List-Unsubscribe=One-Click", "<n7-1@farm.example>"), (mail.Headers["List-Unsubscribe"], mail.Headers["List-Unsubscribe-Post"], mail.Headers["Message-ID"]));
        Assert.Contains("田野", mail.Headers["From"], StringComparison.Ordinal);
        Assert.False(mail.Headers.ContainsKey("Bcc"));
    }

    [Fact]
    public void A_channel_without_its_options_is_not_ready()
    {
        Assert.False(new HttpChannel(new(), new()).IsReady);
        Assert.False(new HttpChannel(new(), new() { Url = new("/relative", UriKind.Relative) }).IsReady);
        Assert.False(new SmtpChannel(new(), TimeSpan.FromSeconds(1)).IsReady);
        Assert.False(new SmtpChannel(new() { Host = "localhost", From = "nobody" }, TimeSpan.FromSeconds(1)).IsReady);
    }

    [Fact]
    public async Task A_person_is_told_when_the_channel_failed()
    {
        _far["Http"].Mood = Mood.Fails;
        await using var app = await StoreApp.StartAsync(services =>
        {
            // The channel of Development comes first and never fails.
            services.Remove(services.First(service => service.ServiceType == typeof(IMessageChannel)));
        }, $"Messages:Http:Url={((FarGateway)_far["Http"]).Hook}");
        Assert.False(await app.RunAsync<IMessages, bool>(messages => messages.SendAsync(CodeTarget.Phone, "13800138000", "hello", default)));
        var visitor = app.NewVisitor("en");
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = "13800138000" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("could not be sent", refused.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Folders() =>
        Directory.GetDirectories(Path.Combine(Repo.Root, "src/Storefront/Modules/Notifications/Channels")).Select(folder => Path.GetFileName(folder)!);

    private async Task JudgedAsync(string name, Mood mood, Answer expected)
    {
        _far[name].Mood = mood;
        var letter = LetterFor(name);
        await WithAsync(name, async channel =>
        {
            var verdict = await channel.SendAsync(letter, default);
            Assert.Equal(expected, verdict.Answer);
            Assert.NotEmpty(verdict.Why);
            Assert.DoesNotContain(letter.To, verdict.Why, StringComparison.Ordinal);
        });
        Assert.Equal(1, _far[name].Calls);
        Assert.Empty(_far[name].Handed);
    }

    private Message LetterFor(string name, Way? way = null, string text = "hello") => _far.TryGetValue(name, out var far)
        ? far.Letter(way ?? (name == "Push" ? Way.Push : Way.Email), text)
        : new(way ?? Way.Sms, "13800138000", text);

    private Task<bool> WithAsync(string name, Func<IMessageChannel, Task> use) => _app.RunAsync<IEnumerable<IMessageChannel>, bool>(async channels =>
    {
        await use(channels.Single(channel => channel.GetType().Name == name + "Channel"));
        return true;
    });

    private async Task<IReadOnlyList<(string To, string Text)>> HandedAsync(string name) => name == "Development"
        ? await _app.RunAsync<DevelopmentChannel, List<(string, string)>>(channel => Task.FromResult(channel.Messages.Select(sent => (sent.Address, sent.Text)).ToList()))
        : _far[name].Handed;
}
