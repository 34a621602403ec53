using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>Whether the price is said to include sending it. "满99包邮" and "两件包邮" are conditions, "江浙沪包邮" a region: none of them.</summary>
internal static class FreightReader
{
    private const int Window = 8;
    private static readonly Regex Free = Wording.Pattern("包邮|免邮费?|免运费|免快递费|邮费全免|运费我(?:出|包)|(?:free|incl(?:uding|[.])?) (?:shipping|delivery|postage)|(?:shipping|freight|postage|delivery) (?:is )?(?:included|free)");
    private static readonly Regex Condition = Wording.Pattern("满[^,;!?]{0,8}$|(?:[0-9一二两三四五六七八九十](?:件|份|单|盒|箱|瓶|罐|袋|个)|起|以上|以内)$");
    private static readonly string[] Elsewhere = ["江浙沪", "珠三角", "省内", "同城", "本地", "市区", "周边", "不", "非", "没有", "no ", "not ", "without"];
    private static readonly string[] ConditionBehind = [" over", " above", " from", " on orders", " for orders", " if you"];

    public static Guess? Read(Wording text)
    {
        Guess? guess = null;
        foreach (Match match in Free.Matches(text.Plain))
        {
            var end = match.Index + match.Length;
            text.Understand(match.Index, end);
            var window = text.Plain[Math.Max(0, match.Index - Window)..match.Index].TrimEnd();
            var sentence = window[(window.LastIndexOfAny([',', ';', '!', '?', '、']) + 1)..];
            if (guess is not null || Condition.IsMatch(sentence) || Wording.SaysAny(sentence, Elsewhere) || Wording.SaysAny(text.After(end, 11), ConditionBehind)) continue;
            guess = new("true", text.Said(match.Index, end));
        }
        return guess;
    }
}
