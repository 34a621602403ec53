using System.Text;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>Pasted text with full-width digits and letters narrowed, odd spaces made plain and invisible characters gone; Chinese punctuation stays.</summary>
internal static class PlainText
{
    private const char Widest = '～';
    private const int WideOffset = '！' - '!';

    public static string Of(string pasted)
    {
        var plain = new StringBuilder(pasted.Length);
        foreach (var letter in pasted)
        {
            if (letter is '\n' or '\r' or '\t') plain.Append('\n');
            else if (char.IsWhiteSpace(letter)) plain.Append(' ');
            else if (!char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format) plain.Append(Narrow(letter));
        }
        return plain.ToString();
    }

    private static char Narrow(char letter)
    {
        if (letter is < '！' or > Widest) return letter;
        var narrow = (char)(letter - WideOffset);
        return char.IsAsciiLetterOrDigit(narrow) || narrow is '+' or '-' or ':' or '#' or '*' or '[' or ']' ? narrow : letter;
    }
}
