using Xunit.Abstractions;

namespace Storefront.Tests.Modules.Videos;

/// <summary>What real people pasted, and hostile people would.</summary>
public sealed class SharedVideoLinks(ITestOutputHelper output)
{
    [SkippableFact]
    public void Every_line_of_the_shared_file_gets_its_answer()
    {
        var cases = VideoFixtures.SharedLines("video-links.jsonl").Select(VideoCase.Parse).ToArray();
        var wrong = cases
            .Select((each, index) => (Line: index + 1, Expected: each.Expected(), Answer: VideoCase.Answer(VideoFixtures.Reader.Run(each.Input))))
            .Where(each => each.Expected != each.Answer)
            .Select(each => $"line {each.Line}\n  expected {each.Expected}\n  answered {each.Answer}")
            .ToArray();

        output.WriteLine($"{cases.Length} real and hostile inputs, {wrong.Length} wrong");
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.Equal(VideoFixtures.Platforms.Select(platform => platform.Name).Order(), cases.Select(each => each.Platform).OfType<string>().Distinct().Order());
        Assert.True(cases.Length >= 250, "Too few lines.");
        Assert.True(cases.Count(each => each.Tags?.Contains("hostile") == true) >= 50, "Too few hostile lines.");
    }
}
