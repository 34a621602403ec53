using System.Globalization;
using System.Text;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>What a grower agrees to, put into words. Whoever changes the texts "family.wording.…" gives them a new version here.</summary>
internal static class ConsentWords
{
    public const string Version = "2026-11";
    private const int LongestName = 24;

    public static ReadWords Words(this Texts texts, string helper, string shop, FeeKind kind, int value) =>
        new(Texts.Language, Version, texts[$"family.wording.{kind}", helper, shop, texts.Fee(kind, value)]);

    /// <summary>A helper by name and number, the number masked: "Qing (138****0006)".</summary>
    public static string Person(this Texts texts, AccountCard person) =>
        person.Phone is { } phone ? texts["family.person", person.Name, Phone.Masked(phone)] : person.Name;

    /// <summary>A name that goes to a stranger's phone in our name: letters and figures only, so that nobody writes an address or a long word of their own into it.</summary>
    public static string Harmless(string name)
    {
        var kept = string.Concat(name.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '·' or '-').Select(rune => rune.ToString()));
        return kept.Length > LongestName ? kept[..LongestName] : kept;
    }

    /// <summary>"5%", "¥1.00 a line", "nothing".</summary>
    public static string Fee(this Texts texts, FeeKind kind, int value) =>
        texts[$"family.fee.{kind}", kind == FeeKind.Percent ? (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) : new Money(value).ToString()];
}
