using System.Text.RegularExpressions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>Parts that say what they are: "收货人: 张三". Takes the name out and the labels off the rest.</summary>
internal static partial class AddressLabels
{
    /// <summary>The labelled name, or empty. The text afterwards holds everything else without labels, the region before the street.</summary>
    public static string Take(ref string text)
    {
        var labels = Label().Matches(text);
        if (labels.Count == 0) return "";
        var (name, region, rest) = ("", "", new List<string> { text[..labels[0].Index] });
        foreach (var (index, label) in labels.Index())
        {
            var value = text[(label.Index + label.Length)..(index + 1 < labels.Count ? labels[index + 1].Index : text.Length)];
            if (label.Groups["name"].Success && name.Length == 0)
            {
                var parts = value.Split([',', '，', '、', ';', '；', '\n', '。'], 2, StringSplitOptions.TrimEntries);
                name = NameFinder.WithoutRemarks(parts[0].Split(PhoneFinder.Mark)[0].Trim());
                rest.AddRange(parts.Skip(1));
            }
            else if (label.Groups["region"].Success) region += "\n" + value;
            else if (!label.Groups["post"].Success) rest.Add(value);
        }
        text = $"{region}\n{string.Join('\n', rest)}";
        return name;
    }

    /// <summary>Words that could also be part of an address count only at the start of a part, or with a colon.</summary>
    [GeneratedRegex(
        """
        (?:(?<=^|[\s,，;；、。])(?:(?<name>(?:收[货件]人|联系人|客户)(?:姓名|名称)?|姓名|名字)|(?<phone>(?:收[货件]人)?(?:手机号码|手机号|手机|联系电话|联系方式|电话号码|电话))|(?<region>所在地区|所在区域|所在地|省市区)|(?<street>(?:详细|收货|收件|街道|邮寄|寄件)?地址)|(?<post>邮政编码|邮编))\s*[:：]?|
        (?:(?<name>收[货件]人(?:姓名)?|姓名|联系人)|(?<phone>手机号码|手机号|手机|联系电话|电话)|(?<region>所在地区|地区|省份|城市|区县)|(?<street>(?:详细|收货|收件)?地址|街道)|(?<post>邮政编码|邮编))\s*[:：])\s*
        """, RegexOptions.IgnorePatternWhitespace, 100)]
    private static partial Regex Label();
}
