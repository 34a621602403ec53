using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Model;
using Xunit.Abstractions;

namespace Storefront.Tests.Modules.Videos;

/// <summary>One short link followed over a real wire to a far side that plays the platforms, friendly and hostile.</summary>
public sealed class ResolveLinkTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Start = "https://v.douyin.com/mNbVcX1/";
    private const string Known = "https://www.iesdouyin.com/share/video/7412345678901234567/";

    private PlatformFarSide _far = null!;

    public async Task InitializeAsync() => _far = await PlatformFarSide.StartAsync();

    public async Task DisposeAsync() => await _far.DisposeAsync();

    [SkippableFact]
    public async Task Every_line_of_the_shared_file_gets_its_answer()
    {
        var lines = VideoFixtures.SharedLines("video-redirects.jsonl").Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(lines.Count >= 10, "Too few lines.");
        foreach (var line in lines) await FollowLineAsync(line);
        output.WriteLine($"{lines.Count} ways of short links followed");
    }

    [Theory]
    [InlineData("https://v.douyin.com/mNbVcX1/", "douyin video 7412345678901234567", "https://www.iesdouyin.com/share/video/7412345678901234567/?region=CN&mid=7412345678901299999")]
    [InlineData("https://v.douyin.com/mNbVcX1/", "douyin not-a-video 7412345678901234567", "https://www.iesdouyin.com/share/note/7412345678901234567/")]
    [InlineData("https://v.douyin.com/mNbVcX1/", "douyin live 412345678901", "/second1/", "//v.douyin.com/third12/", "https://live.douyin.com/412345678901?x=1#y")]
    [InlineData("https://v.kuaishou.com/qWeRtY", "kuaishou video 3xq7wmz2ktn5rvb", "https://ab1.m.chenzhongtech.com/fw/photo/3xq7wmz2ktn5rvb?fid=1&shareToken=X")]
    [InlineData("https://xhslink.com/a/Ab12Cd", "xiaohongshu video 65a1b2c3d4e5f60718293a4b", "https://www.xiaohongshu.com/discovery/item/65a1b2c3d4e5f60718293a4b?xsec_token=ABcd12-_EFgh34=")]
    [InlineData("https://b23.tv/aBcDeFg", "bilibili video BV1xx411c7mD", "https://www.bilibili.com/video/BV1xx411c7mD?p=1&share_source=copy")]
    [InlineData("https://vm.tiktok.com/ZMaBcDeF1/", "tiktok video 7312345678901234567", "https://m.tiktok.com/login", "https://www.tiktok.com/@hill.farm/video/7312345678901234567?_t=8")]
    [InlineData("https://video.weishi.qq.com/QwErTyUi", "weishi video 7QwErTyUiOpAsDfGh", "https://isee.weishi.qq.com/ws/app-pages/share/index.html?wxplay=1&id=7QwErTyUiOpAsDfGh")]
    [InlineData("https://v.ixigua.com/QwErTyU/", "xigua video 7312345678901234567", "https://m.ixigua.com/video/7312345678901234567?wid=1")]
    [InlineData("https://v.ixigua.com/QwErTyU/", "douyin video 7312345678901234567", "https://jingxuan.douyin.com/m/video/7312345678901234567?app=yumme")]
    [InlineData("https://m.toutiao.com/is/qWeRtYuI/", "toutiao video 7312345678901234567", "https://www.toutiao.com/video/7312345678901234567/")]
    [InlineData("https://fb.watch/aBcDeFgH/", "facebook video 712345678901234", "https://m.facebook.com/watch/?v=712345678901234&mibextid=x")]
    [InlineData("https://www.instagram.com/share/reel/BAaBcDeFgH/", "instagram video Ab1-Cd2_Ef3", "https://www.instagram.com/reel/Ab1-Cd2_Ef3/?igsh=x")]
    public async Task A_short_link_ends_at_the_first_hop_that_names_something(string start, string expected, params string[] hops)
    {
        _far.Lead([.. hops.Select(hop => (302, (string?)hop))]);

        var (link, failure) = await FollowAsync(start);

        Assert.Equal(LookupFailure.None, failure);
        Assert.Equal(expected, $"{link!.Platform} {VideoCase.KindName(link.Kind)} {link.Id}");
        Assert.Equal(hops.Length, _far.Asked.Count);
    }

    [Theory]
    [InlineData("https://evil.example/share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com.evil.example/share/video/7412345678901234567/")]
    [InlineData("https://me@www.iesdouyin.com/share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com:443/share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com:8443/share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com./share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com%2eevil.example/share/video/7412345678901234567/")]
    [InlineData("https://www.iesdouyin.com\\@evil.example/share/video/7412345678901234567/")]
    [InlineData("http://www.iesdouyin.com/share/video/7412345678901234567/")]
    [InlineData("https://127.0.0.1/share/video/7412345678901234567/")]
    [InlineData("https://[::1]/share/video/7412345678901234567/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("share/video/7412345678901234567")]
    [InlineData("snssdk1128://aweme/detail/7412345678901234567")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://b23.tv/aBcDeFg")]
    [InlineData("https://open.douyin.com/player/video?vid=7412345678901234567")]
    [InlineData("https://v.douyin.com/mNbVcX1/#again")]
    public async Task A_crooked_hop_is_not_followed(string location)
    {
        _far.Lead((302, location));

        Assert.Equal(LookupFailure.Astray, (await FollowAsync(Start)).Failure);
        Assert.Equal(["v.douyin.com/mNbVcX1/"], _far.Asked);
    }

    [Fact]
    public async Task The_fifth_hop_is_too_far()
    {
        _far.Lead((302, "/second1/"), (302, "/third12/"), (302, "/fourth1/"), (302, "/fifth12/"), (302, Known));
        Assert.Equal(LookupFailure.Astray, (await FollowAsync(Start)).Failure);
        Assert.Equal(4, _far.Asked.Count);

        _far.Lead((302, "/second1/"), (302, "/third12/"), (302, "/fourth1/"), (302, Known));
        Assert.Equal("7412345678901234567", (await FollowAsync(Start)).Link?.Id);
    }

    [Fact]
    public async Task A_circle_ends()
    {
        _far.Lead((302, "/second1/"), (302, "/mNbVcX1/"));
        Assert.Equal(LookupFailure.Astray, (await FollowAsync(Start)).Failure);
        Assert.Equal(2, _far.Asked.Count);
    }

    [Theory]
    [InlineData(200, null, "NoWay")]
    [InlineData(200, Known, "NoWay")]
    [InlineData(302, null, "NoWay")]
    [InlineData(302, "", "NoWay")]
    [InlineData(403, null, "NoWay")]
    [InlineData(404, null, "Gone")]
    [InlineData(410, Known, "Gone")]
    [InlineData(429, null, "NoAnswer")]
    [InlineData(503, Known, "NoAnswer")]
    [InlineData(302, "https://www.iesdouyin.com/share/user/MS4wLjABAAAAabcdefghijklmnop", "Profile")]
    public async Task An_answer_that_names_no_video_says_why(int status, string? location, string expected)
    {
        _far.Lead((status, location));

        var (link, failure) = await FollowAsync(Start);

        Assert.Null(link);
        Assert.Equal(expected, failure.ToString());
        Assert.Single(_far.Asked);
    }

    [Fact]
    public async Task Two_ways_at_once_are_none()
    {
        _far.Answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = new([Known, "https://evil.example/"]);
            return Task.CompletedTask;
        };
        Assert.Equal(LookupFailure.NoWay, (await FollowAsync(Start)).Failure);
        Assert.Single(_far.Asked);
    }

    [Fact]
    public async Task An_endless_body_is_not_read()
    {
        var read = 0L;
        _far.Answer = async context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = Known;
            var block = new byte[64 * 1024];
            for (; !context.RequestAborted.IsCancellationRequested && read < 200_000_000; read += block.Length) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };
        Assert.Equal("7412345678901234567", (await FollowAsync(Start)).Link?.Id);
        Assert.True(read < 50_000_000, $"{read} bytes were taken in.");
    }

    [Fact]
    public async Task A_name_that_moves_into_the_own_network_is_not_called()
    {
        _far.Names = host => host == "v.douyin.com" ? [PlatformFarSide.Somewhere] : [IPAddress.Loopback];
        _far.Lead((302, "https://www.douyin.com/login"), (302, Known));

        Assert.Equal(LookupFailure.NotPublic, (await FollowAsync(Start)).Failure);
        Assert.Equal(["v.douyin.com/mNbVcX1/"], _far.Asked);
        Assert.Equal([new IPEndPoint(PlatformFarSide.Somewhere, 443)], _far.Dialled);
    }

    [Fact]
    public async Task Nothing_of_ours_goes_along_and_no_body_is_waited_for()
    {
        _far.Answer = async context =>
        {
            context.Response.Headers.SetCookie = "who=you; Path=/; Domain=.douyin.com";
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = _far.Asked.Count == 1 ? "/second1/" : Known;
            await context.Response.Body.WriteAsync(new byte[100], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await _far.HangAsync(context);
        };

        Assert.Equal("7412345678901234567", (await FollowAsync(Start)).Link?.Id);
        Assert.Equal(2, _far.Asked.Count);
        Assert.Empty(_far.Said);
    }

    [Fact]
    public async Task Who_hangs_is_left()
    {
        _far.Answer = _far.HangAsync;
        Assert.Equal(LookupFailure.NoAnswer, (await FollowAsync(Start, new Impatient())).Failure);
    }

    [Fact]
    public async Task Endless_headers_are_not_read()
    {
        _far.Answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = Known;
            for (var index = 0; index < 40; index++) context.Response.Headers["X-" + index] = new string('x', 1_000);
            return Task.CompletedTask;
        };
        Assert.Equal(LookupFailure.NoAnswer, (await FollowAsync(Start)).Failure);
    }

    [Fact]
    public async Task Who_cannot_prove_the_name_is_not_heard()
    {
        _far.IsTrusted = false;
        _far.Lead((302, Known));
        Assert.Equal(LookupFailure.NoAnswer, (await FollowAsync(Start)).Failure);
        Assert.Empty(_far.Asked);
    }

    [Fact]
    public async Task A_stopping_shop_stops()
    {
        using var stop = new CancellationTokenSource();
        _far.Answer = async context =>
        {
            await stop.CancelAsync();
            await _far.HangAsync(context);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Resolver().RunAsync("douyin", Start, stop.Token));
    }

    private async Task FollowLineAsync(JsonElement line)
    {
        var hops = line.GetProperty("hops").EnumerateArray().ToList();
        var rebound = hops.Select(hop => hop.TryGetProperty("dns", out var dns) ? IPAddress.Parse(dns.GetString()!) : null).OfType<IPAddress>().FirstOrDefault();
        _far.Names = _ => [rebound ?? PlatformFarSide.Somewhere];
        _far.Lead([.. hops.Where(hop => hop.TryGetProperty("status", out _))
            .Select(hop => (hop.GetProperty("status").GetInt32(), hop.TryGetProperty("location", out var location) ? location.GetString() : null))]);
        _far.Asked.Clear();

        var start = VideoFixtures.Reader.Run(line.GetProperty("start").GetString()).Link!;
        var platform = VideoFixtures.Platform(start.Platform);
        var link = platform.WayHosts.Count == 0 ? start : (await FollowAsync(start.Canonical!)).Link;
        var answer = link is null ? "unresolved" : $"{link.Platform} {VideoCase.KindName(link.Kind)} {link.Id}";
        var expect = line.GetProperty("expect");
        var expected = expect.ValueKind == JsonValueKind.String
            ? expect.GetString()
            : $"{expect.GetProperty("platform").GetString()} {expect.GetProperty("kind").GetString()} {expect.GetProperty("id").GetString()}";

        Assert.True(expected == answer, $"{line}: {answer}");
        Assert.All(_far.Asked, asked => Assert.Contains(asked[..asked.IndexOf('/', StringComparison.Ordinal)], platform.WayHosts));
    }

    private async Task<(Storefront.Modules.Videos.Platforms.VideoLink? Link, LookupFailure Failure)> FollowAsync(string start, TimeProvider? clock = null)
    {
        var link = VideoFixtures.Reader.Run(start).Link!;
        Assert.Equal(start, link.Canonical);
        var result = await Resolver(clock).RunAsync(link.Platform, start, default);
        return (result.Link, result.Failure);
    }

    private ResolveLink Resolver(TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        new VideosModule().AddServices(services, new ConfigurationBuilder().Build());
        services.AddSingleton(clock ?? TimeProvider.System);
        _far.Serve(services);
        return services.BuildServiceProvider().GetRequiredService<ResolveLink>();
    }

    /// <summary>For whom five seconds are over at once.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime / 50, period);
    }
}
