using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Tests.Support;

/// <summary>Reads the database as somebody would who has stolen it: every table, every column, whatever the model says about them.</summary>
internal static partial class AllText
{
    /// <summary>Where any of these texts stands, as "Table.Column: text".</summary>
    public static Task<IReadOnlyList<string>> FindAsync(this StoreApp app, params IReadOnlyCollection<string> needles) => app.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(db)) found.UnionWith(await InAsync(db, table, needles));
        return (IReadOnlyList<string>)[.. found];
    });

    private static async Task<List<string>> TablesAsync(StoreDb db)
    {
        var tables = new List<string>();
        await using var command = Ask(db, TestDatabase.IsSqlServer ? "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES" : "SELECT name FROM sqlite_master WHERE type = 'table'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task<List<string>> InAsync(StoreDb db, string table, IReadOnlyCollection<string> needles)
    {
        var found = new List<string>();
        await using var command = Ask(db, $"SELECT * FROM \"{table}\"");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var text = TextOf(reader.GetValue(column));
                found.AddRange(needles.Where(needle => text.Contains(needle, StringComparison.OrdinalIgnoreCase)).Select(needle => $"{table}.{reader.GetName(column)}: {needle}"));
            }
        }
        return found;
    }

    /// <summary>Bytes may be text in either encoding; JSON escapes what is not ASCII.</summary>
    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes) + Encoding.Unicode.GetString(bytes),
        string text => Escape().Replace(text, escaped => ((char)Convert.ToInt32(escaped.Groups["code"].Value, 16)).ToString()),
        _ => value.ToString() ?? "",
    };

    private static DbCommand Ask(StoreDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names that the database itself has given.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Escape();
}
