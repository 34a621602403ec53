using System.Text.RegularExpressions;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Modules.Videos;

/// <summary>The words of a share text that can become the title of a product: no link, no hashtag, one line.</summary>
/// <param name="Text">At most <see cref="MaxLength"/> characters; empty when the text said nothing of its own.</param>
/// <param name="Hashtags">Without the sign, in order, each once.</param>
internal sealed record ShareCaption(string Text, IReadOnlyList<string> Hashtags)
{
    public const int MaxLength = 200;
    private const int MaxTag = 40;
    private const int MaxTags = 20;

    private static readonly char[] Edges = " ,.:;-–—|>、，：；…·/\\".ToCharArray();
    private static readonly Regex Markup = LinkPattern.Anywhere("</?[A-Za-z][^<>]*>");
    private static readonly Regex OtherLink = LinkPattern.Anywhere("[Hh][Tt][Tt][Pp][Ss]?://[!-~]+");
    private static readonly Regex LinkLabel = LinkPattern.Anywhere("(?<before>\\A|\\s)[^\\s:：，。！？,.!?]{1,8}[:：]\\s*\uFFFC");
    private static readonly Regex AfterMark = LinkPattern.Anywhere("\uFFFC\\s*[，。！？、；：…,.!?;:]+");
    private static readonly Regex EmptyBrackets = LinkPattern.Anywhere("[(（【\\[「]\\s*[)）】\\]」]");
    private static readonly Regex Hashtag = LinkPattern.Anywhere("[#＃][ \u3000]?(?<tag>[^\\s#＃，。！？、；：,!?;:\"“”【】()（）\uFFFC]+)");

    public static ShareCaption From(string prose)
    {
        var text = OtherLink.Replace(Markup.Replace(prose, " "), ShareProse.LinkMark.ToString());
        text = LinkLabel.Replace(text, "${before}\uFFFC");
        // An app cuts long texts off with dots, and half a hashtag is none.
        var tags = Hashtag.Matches(text)
            .Select(match => match.Groups["tag"].Value)
            .Where(tag => tag.Length <= MaxTag && tag[^1] is not ('.' or '…'))
            .Distinct(StringComparer.Ordinal)
            .Take(MaxTags)
            .ToArray();
        text = Hashtag.Replace(text, "\uFFFC").Replace('#', ' ').Replace('＃', ' ');
        text = AfterMark.Replace(text, " ").Replace(ShareProse.LinkMark, ' ');
        text = EmptyBrackets.Replace(text, " ");
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(Edges);
        return new(Cut(text), tags);
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        // Half an emoji would be no character at all.
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd(Edges);
    }
}
