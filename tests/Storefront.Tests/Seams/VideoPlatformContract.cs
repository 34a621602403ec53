using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;
using Storefront.Tests.Modules.Videos;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams;

/// <summary>What every video platform keeps, whoever writes it. A new one comes in by its folder and brings cases in the twin folder.</summary>
public sealed class VideoPlatformContract
{
    private static readonly string[] Tracking =
    [
        "did=7", "iid=7", "u_code=q", "vd_source=q", "share_id=q", "shareRedId=q", "igsh=q", "si=q", "mibextid=q", "spm=q", "ut_sk=q", "utm_source=q", "_t=q",
    ];

    public static TheoryData<string> Names() => [.. VideoFixtures.Platforms.Select(platform => platform.Name)];

    [Fact]
    public void Every_folder_of_the_seam_is_discovered()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repo.Root, "src/Storefront/Modules/Videos/Platforms")).Select(Path.GetFileName);

        Assert.Equal(folders.Order(StringComparer.Ordinal), VideoFixtures.Platforms.Select(VideoFixtures.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_name_or_host_belongs_to_two()
    {
        var hosts = VideoFixtures.Platforms.SelectMany(platform => platform.Hosts).ToArray();

        Assert.Equal(hosts.Distinct(), hosts);
        Assert.Equal(VideoFixtures.Platforms.Count, VideoFixtures.Platforms.DistinctBy(platform => platform.Name).Count());
        Assert.All(hosts, host => Assert.Matches(@"\A(?:\*\.|\?\?-\?\?\.)?[a-z0-9]+(?:[.-][a-z0-9]+)+\z", host));
    }

    [Fact]
    public void Host_learns_exactly_the_origins_of_players_in_use()
    {
        Assert.Equal(["open.douyin.com", "player.bilibili.com", "v.qq.com", "www.tiktok.com", "www.youtube-nocookie.com"], Hosts(VideoFixtures.FrameOrigins));
        Assert.Equal(
            ["player.bilibili.com", "v.qq.com", "www.instagram.com", "www.tiktok.com", "www.youtube-nocookie.com"],
            Hosts(VideoFixtures.FrameOriginsWith(("Videos:Players:instagram", "true"), ("Videos:Players:douyin", "false"))));

        static IEnumerable<string> Hosts(IEnumerable<string> origins) => origins.Select(origin => new Uri(origin).Host).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Brings_cases_of_links_and_of_refusals(string name)
    {
        var cases = VideoFixtures.CasesOf(name);

        Assert.Contains(cases, each => each.Id is not null && each.Kind is "video" or "live");
        Assert.Contains(cases, each => each.Id is null && each.Kind == "not-a-video");
        Assert.True(cases.Count >= 8, "Too few cases.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_named_in_every_language(string name) => Assert.All(Texts.Languages, language =>
    {
        Assert.True(Texts.Of(language).ContainsKey($"videos.platform.{name}"));
        Assert.True(Texts.Of(language).ContainsKey($"videos.app.{name}"));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_short_link_is_asked_at_hosts_of_its_own(string name)
    {
        var platform = VideoFixtures.Platform(name);
        Assert.All(platform.WayHosts, host => Assert.Contains(host, platform.Hosts));
        Assert.All(platform.LeadsTo, other => Assert.Contains(other, VideoFixtures.Platforms.Select(each => each.Name)));
        var shorts = VideoFixtures.CasesOf(name).Where(each => each.Kind == "short-link").Select(each => new Uri(each.Canonical!).Host).ToList();
        Assert.Equal(platform.WayHosts.Count > 0, shorts.Count > 0 && name != "taobao");
        if (platform.WayHosts.Count > 0)
            Assert.All(shorts, host => Assert.Contains(host, platform.WayHosts));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Canonical_address_is_https_ours_and_stable(string name) => Each(name, link =>
    {
        Assert.StartsWith("https://", link.Canonical, StringComparison.Ordinal);
        Assert.Contains(new Uri(link.Canonical!).Host, VideoFixtures.Platform(name).Hosts);
        Assert.Equal(Identity(link), Identity(Read(link.Canonical!)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Tracking_never_survives(string name) => Each(name, link =>
    {
        foreach (var parameter in Tracking)
        {
            var tracked = Read(link.Canonical + (link.Canonical!.Contains('?', StringComparison.Ordinal) ? "&" : "?") + parameter + "#" + parameter);
            Assert.Equal(Identity(link), Identity(tracked));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Embed_stands_on_the_declared_origin_and_reads_back(string name)
    {
        var origin = VideoFixtures.Platform(name).FrameOrigin;
        Assert.True(origin is null || origin.StartsWith("https://", StringComparison.Ordinal));
        Assert.Equal(origin is not null, VideoFixtures.CasesOf(name).Any(each => each.Embed is not null));
        Each(name, link =>
        {
            if (link.Player is not { } player)
                return;
            Assert.Equal(VideoKind.Video, link.Kind);
            Assert.Equal(origin, player.Origin);
            Assert.Equal(origin, new Uri(player.Url).GetLeftPart(UriPartial.Authority));
            Assert.Equal((link.Kind, link.Id), (Read(player.Url)!.Kind, Read(player.Url)!.Id));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_a_short_link_waits_for_an_id(string name) =>
        Each(name, link => Assert.Equal(link.Kind == VideoKind.ShortLink, link.NeedsResolve));

    [Theory]
    [MemberData(nameof(Names))]
    public void Lookalike_authorities_are_refused(string name) => Each(name, link =>
    {
        var (host, path) = Split(link.Canonical!);
        string[] lookalikes =
        [
            $"{host}.evil.example", $"evil-{host}", $"x.{host}", $"{host}.", $"{host}:443", $"{host}:80", $"{host}@evil.example", $"me@{host}",
            $"me:pw@{host}", $"evil.example\\@{host}", $"{host}\\.evil.example", $"{host}%00", $"{host}%2eevil.example",
            host.Replace(".", "%2e", StringComparison.Ordinal), $"{host}\u00AD.evil.example", $"[{host}]", $"恶{host}", $"evil.example。{host}",
        ];
        Assert.All(lookalikes, lookalike => Assert.Null(Read($"https://{lookalike}{path}")));
        // A full-width dot ends the link, so the platform may be known, but nothing of it is.
        Assert.Null(Read($"https://{host}。evil.example{path}")?.Id);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Bent_paths_and_foreign_digits_are_refused(string name) => Each(name, link =>
    {
        var (host, path) = Split(link.Canonical!);
        string[] bent = [$"/..{path}", $"/x/..{path}", $"/%2e{path}", $"/redirect?u=https://{host}{path}", "/?u=" + link.Id];
        Assert.All(bent, crooked => Assert.NotEqual(link.Id, Read($"https://{host}{crooked}")?.Id));
        if (link.Id is not { } id || !id.All(char.IsAsciiDigit))
            return;
        var arabic = string.Concat(id.Select(digit => (char)('٠' + digit - '0')));
        Assert.Null(Read(link.Canonical!.Replace(id, arabic, StringComparison.Ordinal))?.Id);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Never_speaks_in_another_name(string name) => Each(name, link => Assert.Equal(name, link.Platform));

    private static void Each(string name, Action<VideoLink> check)
    {
        var links = VideoFixtures.CasesOf(name).Where(each => each.Id is not null).Select(each => Read(each.Input)!).DistinctBy(Identity).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, check);
    }

    private static VideoLink? Read(string pasted) => VideoFixtures.Reader.Run(pasted).Link;

    /// <summary>All but how the player stands: that may come from a form of the link which the canonical address drops.</summary>
    private static (string, VideoKind, string?, string?, string?)? Identity(VideoLink? link) =>
        link is null ? null : (link.Platform, link.Kind, link.Id, link.Canonical, link.Embed);

    private static (string Host, string Path) Split(string address)
    {
        var start = "https://".Length;
        var slash = address.IndexOf('/', start);
        return (address[start..slash], address[slash..]);
    }
}
