using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>The name of the goods: a word for goods that we know with what qualifies it, else the words beside weight and price.</summary>
internal static class NameReader
{
    private const int MostBefore = 7;
    private const int MostBehind = 4;
    private const int LongestClause = 12;

    /// <summary>Letters that belong to a sentence and not to a name.</summary>
    private const string Sentence = "的了在把来吃做摘晒是我你他她它们给教怎这那拍挂有要到上下开卖买熬煮蒸割挖采打捡剥榨酿收种喂养说看喝装送发和跟与就又都也还才刚等每被让用从去着过吗呢吧啦哦呀啊第出份叫得包邮今年背抢满贵带降";

    /// <summary>Words of a name in spite of such a letter.</summary>
    private static readonly string[] Compounds = ["散养", "放养", "有机", "霜降", "现挖", "现摘", "现采", "现做", "现磨", "木榨", "冷榨", "石磨", "手打", "手炒", "手作", "野生", "自种", "自养", "自晒", "农家", "土法"];

    private static readonly Regex Lead = Wording.Pattern($"\\A(?:{Numerals.Pattern} ?[{Measure}])+");
    private const string Measure = "杯口勺罐瓶斤箱盒袋碗包个颗块克筐批锅";
    private static readonly Regex CountBehind = Wording.Pattern(@"\A[一二两三四五六七八九十0-9]");
    private static readonly string[] Modifiers =
    [
        "raw", "wild", "organic", "fresh", "dried", "homemade", "handmade", "winter", "spring", "autumn", "summer", "mountain", "forest", "farm", "free-range", "free range", "pure", "natural", "local", "sweet", "red",
        "black", "green", "brown", "white", "golden", "smoked", "roasted", "sun-dried", "hand-picked", "new", "premium", "old-tree", "acacia", "linden", "wildflower", "purple", "cold-pressed", "village", "stone-ground", "unfiltered", "navel",
    ];

    public static (Guess? Name, Guess? Category) Read(Wording text, IReadOnlyList<string> hashtags, bool hasOffer)
    {
        var said = GoodsWords.First(text.Plain);
        var tagged = hashtags.Select(tag => (Tag: tag, Word: GoodsWords.First(new Wording(tag).Plain))).FirstOrDefault(each => each.Word is not null);
        // "妈妈蒸的番薯 #番薯干": the tag says more exactly what is sold.
        if (tagged.Word is { } word && (said is null || (word.Text.Length > said.Text.Length && word.Text.Contains(said.Text, StringComparison.OrdinalIgnoreCase))))
            return (NameOfTag(tagged.Tag, word), new(word.Category, "#" + tagged.Tag));
        // What is told behind the offer may be told by the way: "稻花鱼一斤25，今年的新米也有".
        if (said is not null && hasOffer && BesideOffer(text) is { } sold && text.IsUnderstoodBefore(said.At)) return (sold, null);
        if (said is not null) return (NameAround(text, said), new(said.Category, text.Said(said.At, said.At + said.Length)));
        return (hasOffer ? BesideOffer(text) : null, null);
    }

    private static Guess NameOfTag(string tag, GoodsWord word) => new(tag.Length <= LongestClause && !char.IsAsciiLetter(tag[0]) ? tag : Capital(tag.Substring(word.At, word.Length)), "#" + tag);

    private static Guess NameAround(Wording text, GoodsWord word)
    {
        var (start, end) = char.IsAsciiLetter(word.Text[0]) ? (EnglishStart(text, word.At), word.At + word.Length) : ChineseSpan(text, word);
        var name = text.Said(start, end);
        return new(Capital(name), name);
    }

    private static (int Start, int End) ChineseSpan(Wording text, GoodsWord word)
    {
        var start = word.At;
        while (start > 0 && word.At - start < MostBefore && Belongs(text, start - 1)) start--;
        start += Lead.Match(text.Plain[start..word.At]) is { Success: true } lead ? lead.Length : 0;
        // A prefix that fills the window is the middle of a sentence.
        if (word.At - start >= MostBefore && Belongs(text, start - 1)) start = word.At;
        if (start > 0 && char.IsAsciiDigit(text.At(start - 1)) && Measure.Contains(text.At(start), StringComparison.Ordinal)) start++;
        var end = word.At + word.Length;
        if (CountBehind.IsMatch(text.After(end, 2))) return (start, end);
        var behind = end;
        while (behind < text.Plain.Length && behind - end < MostBehind && Belongs(text, behind)) behind++;
        var closes = behind - end is > 0 and < MostBehind && (behind == text.Plain.Length || Wording.IsGap(text.At(behind)) || text.IsUnderstood(behind));
        return (start, closes ? behind : end);
    }

    private static bool Belongs(Wording text, int at) => at >= 0 && (IsNameLetter(text, at) || Compounds.Any(word => Stands(text, word, at - 1) || Stands(text, word, at)));

    private static bool Stands(Wording text, string word, int at) => at >= 0 && string.CompareOrdinal(text.Plain, at, word, 0, word.Length) == 0;

    private static bool IsNameLetter(Wording text, int at) => !text.IsUnderstood(at) && char.IsLetter(text.Plain[at]) && !char.IsAscii(text.Plain[at]) && !Sentence.Contains(text.Plain[at], StringComparison.Ordinal);

    private static int EnglishStart(Wording text, int start)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            var before = text.Plain[..start].TrimEnd(' ');
            foreach (var modifier in Modifiers)
            {
                if (!before.EndsWith(modifier, StringComparison.OrdinalIgnoreCase) || char.IsAsciiLetter(text.At(before.Length - modifier.Length - 1)) || before.Length == start) continue;
                start = before.Length - modifier.Length;
                moved = true;
                break;
            }
        }
        return start;
    }

    /// <summary>Goods that no list knows: a short clause that ends where the weight or the price begins.</summary>
    private static Guess? BesideOffer(Wording text)
    {
        var end = 0;
        while (end < text.Plain.Length && !text.IsUnderstood(end)) end++;
        while (end > 0 && Wording.IsGap(text.At(end - 1))) end--;
        var start = end;
        while (start > 0 && end - start <= LongestClause && !Wording.IsGap(text.At(start - 1)) && !text.IsUnderstood(start - 1)) start--;
        var name = text.Said(start, end);
        return name.Length is >= 2 and <= LongestClause && name.All(letter => char.IsLetter(letter) && !char.IsAscii(letter) && !Sentence.Contains(letter, StringComparison.Ordinal)) ? new(name, name) : null;
    }

    private static string Capital(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
