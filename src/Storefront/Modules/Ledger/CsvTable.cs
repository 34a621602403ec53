using System.Buffers;
using System.Globalization;
using System.Text;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>
/// A table for spreadsheets: UTF-8 with a mark (or Excel reads it as another code page), cells quoted by RFC 4180. A text that a spreadsheet would take
/// for a formula gets an apostrophe; sums are numbers and stay numbers, minus and all.
/// </summary>
internal sealed class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly StringBuilder _text = new();

    public CsvTable Row(params IEnumerable<object?> cells)
    {
        _text.AppendJoin(',', cells.Select(cell => Quote(TextOf(cell)))).Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    private static string TextOf(object? cell) => cell switch
    {
        Money money => money.ToYuan(),
        DateTime at => LocalTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Defuse(cell?.ToString() ?? ""),
    };

    private static string Defuse(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Quote(string text) => text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
