using System.Text.RegularExpressions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>Which part of a pasted text is the receiver's name.</summary>
internal static partial class NameFinder
{
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
        + "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
        + "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉";

    private static readonly string[] Compound = ["欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木", "东方", "南宫", "百里", "独孤"];

    /// <summary>Removes the part that looks most like a name and gives it back; empty when none does.</summary>
    /// <param name="pieces">Parts of the text, the phone's mark among them.</param>
    /// <param name="isCertain">Whether only parts that begin with a surname (or stand beside the phone) will do.</param>
    /// <param name="from">The first part that may be a name: behind a region the street comes first.</param>
    public static string Take(List<string> pieces, bool isCertain, int from = 0)
    {
        var (best, bestScore) = (-1, isCertain ? 1 : 0);
        for (var index = from; index < pieces.Count; index++)
        {
            var score = Score(pieces[index]) is var own && own > 0 && IsBesidePhone(pieces, index) ? own + 1 : own;
            if (score > bestScore) (best, bestScore) = (index, score);
        }
        if (best < 0) return "";
        var name = WithoutRemarks(pieces[best]);
        pieces.RemoveAt(best);
        return name;
    }

    /// <summary>"张三（收）", "张三收" → 张三.</summary>
    public static string WithoutRemarks(string name) => Remark().Replace(name, "").Trim();

    private static bool IsBesidePhone(List<string> pieces, int index) =>
        pieces.ElementAtOrDefault(index - 1) == PhoneFinder.Mark || pieces.ElementAtOrDefault(index + 1) == PhoneFinder.Mark;

    private static int Score(string piece)
    {
        var name = WithoutRemarks(piece);
        if (Latin().IsMatch(name)) return 2;
        if (!Chinese().IsMatch(name) || Place().IsMatch(name)) return 0;
        if (name.Contains('·', StringComparison.Ordinal) || Title().IsMatch(name)) return 3;
        return name.Length switch
        {
            3 or 4 when Compound.Any(surname => name.StartsWith(surname, StringComparison.Ordinal)) => 3,
            2 or 3 when Surnames.Contains(name[0], StringComparison.Ordinal) => 3,
            4 when Surnames.Contains(name[0], StringComparison.Ordinal) => 2,
            <= 4 => 1,
            _ => 0,
        };
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z.' ]{1,30}$", RegexOptions.None, 100)]
    private static partial Regex Latin();

    [GeneratedRegex(@"^[\p{Lo}·]{2,14}$", RegexOptions.None, 100)]
    private static partial Regex Chinese();

    [GeneratedRegex("(?:先生|女士|小姐|老师|同学|师傅|阿姨|叔叔|大哥|大姐)$", RegexOptions.None, 100)]
    private static partial Regex Title();

    [GeneratedRegex("(?:[号室楼层栋幢座村路街巷弄组园苑厦店区县市省镇乡院厂校站口旁屯寨队]|单元|公寓|小区|超市|门卫|驿站|公司)$", RegexOptions.None, 100)]
    private static partial Regex Place();

    [GeneratedRegex("(?:[（(]收[)）]|(?<=..)收)$", RegexOptions.None, 100)]
    private static partial Regex Remark();
}
