using System.Collections.Frozen;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>A word for goods found in a text.</summary>
internal sealed record GoodsWord(int At, int Length, string Text, string Category);

/// <summary>Words for what farms sell, and the category of each. Single characters are left out: 蜜 is in 蜜桃, 糖 in 血糖, 米 is also a metre.</summary>
internal static class GoodsWords
{
    private static readonly (string Category, string Chinese, string English)[] Lists =
    [
        (
            "honey",
            "蜂蜜 土蜂蜜 冬蜜 春蜜 秋蜜 夏蜜 土蜜 野蜜 百花蜜 槐花蜜 洋槐蜜 桂花蜜 荆条蜜 枣花蜜 椴树蜜 雪蜜 荔枝蜜 龙眼蜜 枇杷蜜 油菜蜜 油菜花蜜 橙花蜜 茶花蜜 崖蜜 岩蜜 巢蜜 蜂巢蜜 原蜜 成熟蜜 结晶蜜 五倍子蜜 蜂王浆 蜂胶",
            "honey|honeycomb|comb honey|royal jelly"),
        (
            "dried",
            "红薯干 地瓜干 番薯干 紫薯干 薯干 倒蒸红薯干 笋干 干笋 梅干菜 霉干菜 萝卜干 豇豆干 豆角干 菜干 香菇 干香菇 花菇 木耳 黑木耳 银耳 竹荪 茶树菇 羊肚菌 牛肝菌 菌菇 枸杞 黑枸杞 红枣 灰枣 大枣 蜜枣 柿饼 柿子饼 葡萄干 苹果干 芒果干 桂圆 桂圆干 龙眼干 荔枝干 杏干 "
            + "果干 干辣椒 辣椒干 黄花菜 莲子 百合干 橙皮丁 陈皮 腊肉 腊肠 鱼干 虾皮 海带 紫菜",
            "dried sweet potato|dried sweet potatoes|sweet potato chips|dried mushrooms|dried mushroom|shiitake|shiitake mushrooms|wood ear|goji|goji berries|"
            + "wolfberries|jujubes|red dates|dried persimmon|dried persimmons|dried mango|dried bamboo shoots|raisins|dried apricots"),
        (
            "sugar",
            "红糖 古法红糖 黑糖 姜糖 红糖块 红糖姜茶 姜茶 冰糖 麦芽糖 蔗糖 甘蔗糖 片糖 饴糖",
            "brown sugar|black sugar|cane sugar|maltose|ginger sugar|rock sugar|molasses"),
        (
            "tea",
            "茶叶 绿茶 红茶 白茶 黑茶 黄茶 花茶 茉莉花茶 普洱 普洱茶 生普 熟普 乌龙 乌龙茶 铁观音 龙井 西湖龙井 碧螺春 毛尖 毛峰 猴魁 大红袍 岩茶 白毫银针 白牡丹 寿眉 滇红 金骏眉 正山小种 晒红 古树茶 春茶 秋茶 明前茶 雨前茶 高山茶 野茶 苦荞茶 荷叶茶 菊花茶 雪菊 "
            + "老黄片 茶饼",
            "tea|green tea|black tea|white tea|oolong|oolong tea|pu-erh|puer|pu'er tea|jasmine tea|longjing|tea leaves|tea cake"),
        (
            "oil",
            "菜籽油 菜油 山茶油 茶油 茶籽油 花生油 芝麻油 香油 核桃油 亚麻籽油 橄榄油 大豆油 玉米油 猪油",
            "camellia oil|tea seed oil|rapeseed oil|peanut oil|sesame oil|walnut oil|olive oil"),
        (
            "grain",
            "大米 新米 香米 糯米 黑米 红米 小米 糙米 五常大米 稻花香 贡米 玉米面 玉米碴 面粉 石磨面粉 面条 挂面 手工面 粉条 红薯粉 红薯粉条 米粉 米线 年糕 糍粑 黄豆 绿豆 红豆 黑豆 芸豆 豌豆 燕麦 荞麦 藜麦 薏米 高粱米 杂粮 豆腐皮 腐竹",
            "rice|black rice|red rice|sticky rice|glutinous rice|brown rice|jasmine rice|millet|flour|noodles|soybeans|mung beans|red beans|black beans|buckwheat|"
            + "oats|quinoa|rice cakes"),
        (
            "fruit",
            "橙子 脐橙 血橙 冰糖橙 橘子 蜜桔 蜜橘 砂糖橘 沙糖桔 丑橘 耙耙柑 粑粑柑 沃柑 椪柑 柚子 蜜柚 红心柚 柠檬 苹果 冰糖心苹果 红富士 梨 雪梨 秋月梨 皇冠梨 香梨 桃子 水蜜桃 黄桃 油桃 蜜桃 毛桃 柿子 脆柿 火晶柿子 猕猴桃 奇异果 葡萄 阳光玫瑰 提子 草莓 蓝莓 樱桃 "
            + "车厘子 杨梅 枇杷 李子 脆红李 青梅 杏子 石榴 芒果 荔枝 龙眼 香蕉 菠萝 凤梨 火龙果 百香果 西瓜 哈密瓜 甜瓜 香瓜 木瓜 桑葚 山楂 板栗 冬枣 牛油果 甘蔗",
            "oranges|navel oranges|navel orange|mandarins|mandarin oranges|tangerines|pomelo|pomelos|lemons|apples|pears|peaches|persimmons|kiwi|kiwis|kiwifruit|"
            + "grapes|strawberries|blueberries|cherries|plums|bayberries|loquats|pomegranates|mangoes|mangos|lychee|lychees|bananas|pineapples|watermelon|watermelons|"
            + "dragon fruit|passion fruit|chestnuts|hawthorn"),
        (
            "other",
            "土鸡蛋 鸡蛋 散养鸡蛋 初生蛋 乌鸡蛋 鸭蛋 咸鸭蛋 皮蛋 松花蛋 鹅蛋 鹌鹑蛋 绿壳蛋 土鸡 老母鸡 乌鸡 土猪肉 辣椒 小米辣 线椒 青椒 朝天椒 剁椒 剁辣椒 辣椒酱 腌辣椒 泡椒 泡菜 酸菜 豆瓣酱 豆豉 腐乳 花椒 大红袍花椒 八角 蒜头 大蒜 生姜 小黄姜 洋葱 土豆 红薯 番薯 "
            + "地瓜 紫薯 蜜薯 烟薯 芋头 山药 铁棍山药 莲藕 南瓜 贝贝南瓜 玉米 糯玉米 水果玉米 番茄 西红柿 黄瓜 萝卜 白菜 青菜 竹笋 冬笋 春笋 核桃 薄皮核桃 核桃仁 花生 瓜子 松子 榛子 咖啡豆 小粒咖啡 枇杷膏 秋梨膏 藕粉 葛根粉 豆腐 豆干 蜂蜡 茶籽皂 竹篮 竹编",
            "eggs|free-range eggs|duck eggs|salted duck eggs|quail eggs|chili|chilies|chillies|chili peppers|chilli peppers|peppers|chili sauce|chili paste|"
            + "sichuan peppercorns|garlic|ginger|potatoes|sweet potatoes|sweet potato|pumpkins|pumpkin|corn|tomatoes|yams|walnuts|peanuts|bamboo shoots|coffee beans|"
            + "beeswax|kimchi|pickles"),
    ];

    /// <summary>Longer words that begin like goods and are none.</summary>
    private static readonly string[] NotGoods =
    [
        "苹果手机", "玉米地", "鸡蛋糕", "红糖色", "小米手机", "茶叶蛋", "大蒜头发", "荔枝核", "冰糖葫芦", "红豆杉", "橄榄球", "柠檬黄", "honey moon", "honey bee", "honey bees",
        "tea mountain", "rice cooker", "rice paddy", "rice paddies", "rice terraces", "ginger cat", "apple watch",
    ];

    private static readonly string[] Grounds = [" tree", " field", " garden", " farm", " house", " orchard", " plant"];

    private static readonly FrozenDictionary<string, string> Categories = Lists
        .SelectMany(list => list.Chinese.Split(' ').Concat(list.English.Split('|')).Select(word => (Word: word, list.Category)))
        .Concat(NotGoods.Select(word => (Word: word, Category: "")))
        .DistinctBy(each => each.Word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(each => each.Word, each => each.Category, StringComparer.OrdinalIgnoreCase);

    private static readonly int Longest = Categories.Keys.Max(word => word.Length);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Categories.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first goods a text names, by the longest word that fits there.</summary>
    public static GoodsWord? First(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (WordAt(text, at) is not { } word) continue;
            // 岩蜜 is honey, but in 黄岩蜜橘 there are oranges: a Chinese name says last what it is.
            for (var inside = at + 1; inside < at + word.Length; inside++)
            {
                if (!char.IsAscii(text[inside]) && WordAt(text, inside) is { } later && inside + later.Length > word.At + word.Length) word = later;
            }
            var end = word.At + word.Length;
            if (text.Length > end && text[end] == '酒') return new(word.At, word.Length + 1, text.Substring(word.At, word.Length + 1), "other");
            if (word.Category.Length > 0 && !IsPlant(text, end)) return word;
            at = end - 1;
        }
        return null;
    }

    /// <summary>A tree or a field of it is shown, not sold.</summary>
    private static bool IsPlant(string text, int end) =>
        (end < text.Length && "树园田苗地".Contains(text[end], StringComparison.Ordinal)) || Grounds.Any(ground => string.Compare(text, end, ground, 0, ground.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static GoodsWord? WordAt(string text, int at)
    {
        var latin = char.IsAsciiLetter(text[at]);
        if (latin && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) return null;
        for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
        {
            if (latin && at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length])) continue;
            if (BySpan.TryGetValue(text.AsSpan(at, length), out var category)) return new(at, length, text.Substring(at, length), category);
        }
        return null;
    }
}
