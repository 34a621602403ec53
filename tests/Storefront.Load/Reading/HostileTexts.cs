using System.Text;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Load.Reading;

/// <summary>Texts of exactly the longest length that is read, made to give the reader as much to do as can be: beginnings without ends, and much of the same.</summary>
internal sealed class HostileTexts(IEnumerable<IVideoPlatform> platforms, Random dice)
{
    private static readonly string[] Words =
    [
        "【", "】", "「", "」", "的作品】", "的图文作品】", "】正在直播", "复制打开抖音，看看", "复制此链接，打开", "长按复制此条消息", "复制后打开", "发布了一篇小红书笔记，快来看吧！", "的微博视频", "该作品在快手被播放过9万次，",
        "的直播很精彩，快来围观！", "-哔哩哔哩", " - YouTube ", " | 小红书】", "【淘宝】", "点击链接直接打开", "😆 aB1 😆", "7.43 ", "kLm:/ ", "1@2.com ", ":8pm ", "06/04 ", "12- ", "#", "＃ ", "\"", "<a", ">", "](", "[", "(", "、",
        "https://", "HTTP://", "//", "http", "www.", ".", "/", "?", "&", "=", "%2F", "a", "A1", "_", "-", "9", "3x", "BV1", "1034:", "xsec_token=", "modal_id=", "&v=", "fid=", "liveId=", "\n", " ", "\u3000", "\u200B", "\u200D", "🍯", "\uD83C", "蜜", "\uFFFC",
    ];

    private readonly string[] _parts =
    [
        .. Words, .. platforms.SelectMany(platform => platform.Hosts).Select(host => host + "/"), .. platforms.SelectMany(platform => platform.Hosts).Select(host => $"https://{host}/"),
    ];

    public string Next(int length)
    {
        var few = Enumerable.Range(0, dice.Next(1, 6)).Select(_ => Part()).ToArray();
        var text = new StringBuilder(length + 100);
        // One phrase over and over, few parts shuffled, or anything at all.
        for (var kind = dice.Next(3); text.Length < length;)
        {
            if (kind == 0) text.AppendJoin(string.Empty, few);
            else text.Append(kind == 1 ? few[dice.Next(few.Length)] : Part());
        }
        return text.ToString(0, length);
    }

    private string Part() => _parts[dice.Next(_parts.Length)];
}
