using System.Reflection;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Platforms;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Videos;

/// <summary>Cut, doubled, spliced and poisoned share texts: nothing throws, and nothing but rebuilt addresses comes out.</summary>
public sealed class ShareTextFuzz
{
    private const int Rounds = 8_000;

    private static readonly string[] Poison =
    [
        "\0", "\r\n", "\t", " ", "\u3000", "\u00A0", "\u200B", "\u200D", "\uFE0F", "\u202E", "\u00AD", "\uFEFF", "\uFFFC", "\uD83C", "\uDF6F",
        "。", "，", "！", "【", "】", "的作品】", "#", "＃", "\"", "'", "<", ">", "](", "{", "|", "\\", "^", "%", "%2e", "%00", "@", ":", "//", "/../",
        "?", "&", "=", ".", "https://", "HTTP://", "www.", "v.douyin.com/", "b23.tv/", "modal_id=", "&v=", "٧", "Ａ", "🍯", "1@2.com", ":8pm", "kLm:/",
    ];

    [Theory]
    [InlineData(20261121)]
    [InlineData(7)]
    [InlineData(310)]
    public void No_mutation_throws_or_leaks(int seed)
    {
        var dice = new Random(seed);
        var seeds = VideoFixtures.Platforms.SelectMany(platform => VideoFixtures.CasesOf(platform.Name))
            .Concat(VideoFixtures.Strangers()).Select(each => each.Input).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(seeds[dice.Next(seeds.Length)], seeds, dice);
            Check(text);
        }
    }

    /// <summary>Whole texts from nothing but hosts, beginnings of paths, app words and poison, up to the limit of what is read; a failure comes out shrunk.</summary>
    [Fact]
    public void No_text_of_such_parts_throws_or_leaks()
    {
        string[] parts =
        [
            .. Poison, .. VideoFixtures.Platforms.SelectMany(platform => platform.Hosts), .. VideoFixtures.Platforms.SelectMany(platform => platform.WayHosts).Select(host => "https://" + host + "/"),
            .. VideoFixtures.Platforms.SelectMany(platform => VideoFixtures.CasesOf(platform.Name)).SelectMany(each => each.Input.Split(['/', '?', '&', '=', ' '])).Distinct(StringComparer.Ordinal),
        ];
        var texts = Gen.Elements(parts).ListOf().Select(chosen => string.Concat(chosen)).Select(text => text.Length > ReadShareText.MaxLength ? text[..ReadShareText.MaxLength] : text);
        Prop.ForAll(Gen.OneOf(texts, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)).ToArbitrary(), Check)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(400));
    }

    /// <summary>Every pattern works through its text in linear time, so the longest text that is read bounds the work; how long that takes is measured, not tested.</summary>
    [Fact]
    public void No_pattern_can_be_made_to_backtrack()
    {
        var patterns = typeof(ReadShareText).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Storefront.Modules.Videos", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Where(field => field.FieldType == typeof(Regex)))
            .Select(field => (Where: $"{field.DeclaringType}.{field.Name}", Pattern: (Regex)field.GetValue(null)!))
            .ToList();
        Assert.True(patterns.Count > 60, "The scan found too few patterns.");
        Assert.All(patterns, each => Assert.True(each.Pattern.Options.HasFlag(RegexOptions.NonBacktracking), each.Where));

        var sources = Directory.GetFiles(Path.Combine(Repo.Root, "src/Storefront/Modules/Videos"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "LinkPattern.cs").Select(File.ReadAllText);
        Assert.All(sources, source => Assert.DoesNotMatch(@"new Regex\(|GeneratedRegex|Regex\.(?:Match|IsMatch|Replace|Split|Count)", source));
    }

    [Fact]
    public void No_adapter_throws_on_an_odd_path_or_query()
    {
        var dice = new Random(42);
        foreach (var platform in VideoFixtures.Platforms)
        {
            for (var round = 0; round < 1_000; round++)
            {
                var link = new PastedLink(platform.Hosts.ElementAt(dice.Next(platform.Hosts.Count)), "/" + Noise(dice), Noise(dice));
                Assert.NotNull(platform.Read(link));
                Assert.NotNull(platform.ReadProse(Noise(dice)).Text);
            }
        }
    }

    private static string Noise(Random dice) => string.Concat(Enumerable.Range(0, dice.Next(6)).Select(_ => Poison[dice.Next(Poison.Length)]));

    private static string Mutate(string text, string[] seeds, Random dice)
    {
        for (var steps = dice.Next(1, 6); steps > 0; steps--)
        {
            var at = dice.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + dice.Next(1, 12));
            text = dice.Next(6) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..end] + text[at..],
                2 => text[..at] + seeds[dice.Next(seeds.Length)] + text[at..],
                3 => text[..at] + (char)dice.Next(char.MaxValue + 1) + text[at..],
                _ => text[..at] + Poison[dice.Next(Poison.Length)] + text[at..],
            };
        }

        return text;
    }

    private static void Check(string text)
    {
        ReadShareText.Result result;
        try
        {
            result = VideoFixtures.Reader.Run(text);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"Threw on {System.Text.Json.JsonSerializer.Serialize(text)}", broken);
        }

        Assert.True(result.Caption.Text.Length <= ShareCaption.MaxLength);
        foreach (var link in result.Others.Append(result.Link).OfType<VideoLink>())
        {
            var platform = VideoFixtures.Platform(link.Platform);
            Assert.Equal(link.Id is null, link.Canonical is null);
            if (link.Canonical is not null)
                Assert.Contains(new Uri(link.Canonical).IdnHost, platform.Hosts);
            if (link.Player is { } player)
                Assert.StartsWith(platform.FrameOrigin + "/", player.Url, StringComparison.Ordinal);
        }
    }
}
