using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Tests.Modules.Videos;

public sealed class ReadShareTextTests
{
    public static TheoryData<string, int, string> OwnCases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var name in VideoFixtures.Platforms.Select(platform => platform.Name))
        {
            foreach (var (index, each) in VideoFixtures.CasesOf(name).Index())
                data.Add(name, index, each.Input);
        }

        foreach (var (index, each) in VideoFixtures.Strangers().Index())
            data.Add(string.Empty, index, each.Input);
        return data;
    }

    [Theory]
    [MemberData(nameof(OwnCases))]
    public void Every_case_of_ours_gets_its_answer(string platform, int index, string input)
    {
        var expected = platform.Length == 0 ? VideoFixtures.Strangers()[index] : VideoFixtures.CasesOf(platform)[index];
        var result = VideoFixtures.Reader.Run(input);

        Assert.Equal(expected.Expected(), VideoCase.Answer(result));
        if (expected.Caption is not null)
            Assert.Equal(expected.Caption, result.Caption.Text);
        if (expected.Hashtags is not null)
            Assert.Equal(expected.Hashtags, result.Caption.Hashtags);
        Assert.Equal(expected.Hint, result.Hint is { } hint ? VideoCase.KindName(hint) : null);
    }

    [Fact]
    public void There_are_enough_cases_of_ours() => Assert.True(OwnCases().Count >= 80);

    [Fact]
    public void A_text_over_the_limit_is_refused_unread()
    {
        const string Link = "https://v.douyin.com/mNbVcXz1/";
        var fits = new string('蜜', ReadShareText.MaxLength - Link.Length) + Link;

        Assert.Equal(ReadShareText.Verdict.Found, VideoFixtures.Reader.Run(fits).Verdict);
        Assert.Equal(ReadShareText.Verdict.TooLong, VideoFixtures.Reader.Run(fits + " ").Verdict);
    }

    [Fact]
    public void Nothing_pasted_is_no_link() => Assert.Equal(ReadShareText.Verdict.NoLink, VideoFixtures.Reader.Run(pasted: null).Verdict);

    [Fact]
    public void A_page_without_a_video_yields_to_a_video_behind_it()
    {
        var result = VideoFixtures.Reader.Run("https://www.douyin.com/ https://b23.tv/aBcDeFg");

        Assert.Equal(("bilibili", VideoKind.ShortLink), (result.Link!.Platform, result.Link.Kind));
        Assert.Empty(result.Others);
    }

    [Fact]
    public void Shorts_play_upright()
    {
        Assert.True(VideoFixtures.Reader.Run("https://www.youtube.com/shorts/hNy_0b-eeQ4").Link!.Player!.Portrait);
        Assert.False(VideoFixtures.Reader.Run("https://www.youtube.com/watch?v=hNy_0b-eeQ4").Link!.Player!.Portrait);
    }

    [Fact]
    public void A_long_caption_is_cut_between_characters()
    {
        var caption = VideoFixtures.Reader.Run("a" + string.Concat(Enumerable.Repeat("🍯", 300)) + " https://b23.tv/aBcDeFg").Caption.Text;

        Assert.InRange(caption.Length, ShareCaption.MaxLength - 1, ShareCaption.MaxLength);
        Assert.False(char.IsHighSurrogate(caption[^1]));
    }
}
