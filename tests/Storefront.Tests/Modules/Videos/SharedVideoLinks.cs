using System.Text.RegularExpressions;
using Storefront.Modules.Videos.Platforms;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Videos;

/// <summary>A file of real inputs that is kept beside the repository and not in it: it quotes strangers.</summary>
public sealed partial class SharedVideoLinks
{
    [SkippableFact]
    public void Every_line_of_the_shared_file_gets_its_answer()
    {
        var path = Path.GetFullPath(Path.Combine(Repo.Root, "../shared/data/video-links.jsonl"));
        Skip.IfNot(File.Exists(path), $"No file of real share links at {path}.");

        var cases = File.ReadAllLines(path).Where(line => line.Length > 0).Select(VideoCase.Parse).ToArray();
        var wrong = cases
            .Select((each, index) => (Line: index + 1, Expected: ForUs(each).Expected(), Answer: VideoCase.Answer(VideoFixtures.Reader.Run(each.Input))))
            .Where(each => each.Expected != each.Answer)
            .Select(each => $"line {each.Line}\n  expected {each.Expected}\n  answered {each.Answer}")
            .ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.True(cases.Count(each => each.Platform is not null && ForUs(each).Platform is not null) >= 100, "Too few lines of platforms we read.");
        Assert.True(cases.Count(each => each.Tags?.Contains("hostile") == true) >= 50, "Too few hostile lines.");
    }

    /// <summary>A platform that has no adapter yet answers "no link", and is not named among further links either.</summary>
    private static VideoCase ForUs(VideoCase each)
    {
        var hosts = VideoFixtures.Platforms.SelectMany(platform => platform.Hosts).ToHashSet(StringComparer.Ordinal);
        var also = each.Also?.Where(id => hosts.Contains(HostBefore(id, each.Input))).ToArray();
        return VideoFixtures.Platforms.Any(platform => platform.Name == each.Platform)
            ? each with { Also = also }
            : new(each.Input, Platform: null, VideoCase.KindName(VideoKind.NotAVideo), Id: null, Canonical: null, Embed: null,
                NeedsResolve: false, Also: null, each.Tags, Caption: null, Hashtags: null, Hint: null);
    }

    private static string HostBefore(string id, string input) =>
        LinkHost().Matches(input[..input.IndexOf(id, StringComparison.Ordinal)])[^1].Groups["host"].Value;

    [GeneratedRegex("https?://(?<host>[^/]+)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkHost();
}
