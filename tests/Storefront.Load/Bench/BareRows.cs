using System.Data.Common;
using Microsoft.Data.Sqlite;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

#pragma warning disable CA2100 // Names of tables and columns come from the database's own schema.

namespace Storefront.Load.Bench;

/// <summary>
/// Yardstick W: one order's rows, recorded as the shop wrote them, written again and again with fresh keys by prepared statements,
/// in one transaction each, with the shop's own durability.
/// </summary>
internal sealed class BareRows : IDisposable
{
    private readonly SqliteConnection _db;
    private readonly List<Table> _tables = [];
    private readonly SqliteCommand _hold, _empty, _touch;
    private readonly List<long> _stocks, _carts;
    private int _next;

    private BareRows(SqliteConnection db)
    {
        _db = db;
        _stocks = Ids("SELECT Id FROM Stocks ORDER BY Id");
        _carts = Ids("SELECT DISTINCT CartId FROM CartItems ORDER BY CartId");
        _hold = Command("UPDATE Stocks SET Held = Held + 1 WHERE Id = $0 AND OnHand - Held >= 1", 1);
        _empty = Command("DELETE FROM CartItems WHERE CartId = $0", 1);
        _touch = Command("UPDATE Carts SET ChangedAt = $1 WHERE Id = $0", 2);
    }

    /// <summary>The last row of every table that has numbered rows.</summary>
    public static Dictionary<string, long> Mark(SqliteConnection db) =>
        TablesOf(db).ToDictionary(table => table, table => (long)Scalar(db, $"SELECT coalesce(max(Id), 0) FROM \"{table}\"")!);

    /// <param name="copy">A copy of the database in which one order was placed since <paramref name="before"/>.</param>
    public static BareRows Record(string copy, Dictionary<string, long> before)
    {
        var rows = new BareRows(Open(copy));
        var written = TablesOf(rows._db).Where(table => (long)Scalar(rows._db, $"SELECT coalesce(max(Id), 0) FROM \"{table}\"")! > before[table]).ToList();
        while (written.Count > 0)
        {
            // A table after those it points at.
            var table = written.First(one => !ParentsOf(rows._db, one).Values.Any(parent => parent != one && written.Contains(parent)));
            rows._tables.Add(rows.Read(table, before[table]));
            written.Remove(table);
        }
        return rows;
    }

    public static SqliteConnection Open(string file)
    {
        var db = new SqliteConnection($"Data Source={file};Foreign Keys=True");
        db.Open();
        Scalar(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        return db;
    }

    public static object? Scalar(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public int Count => _tables.Sum(table => table.Rows.Count);

    public void Write()
    {
        var number = Interlocked.Increment(ref _next);
        var fresh = new Dictionary<string, string>();
        var ids = new Dictionary<(string Table, long Id), long>();
        var stock = number * 2 % _stocks.Count;
        using var transaction = _db.BeginTransaction();
        foreach (var id in (long[])[_stocks[stock], _stocks[(stock + 1) % _stocks.Count]]) Run(_hold, transaction, id);
        var holds = 0;
        foreach (var table in _tables)
        {
            foreach (var (id, values) in table.Rows)
            {
                Run(table.Insert, transaction, [.. values.Select((value, column) => table.Names[column] == "StockId" ? _stocks[(stock + holds++) % _stocks.Count]
                    : table.Parents.TryGetValue(table.Names[column], out var parent) && value is long old ? ids.GetValueOrDefault((parent, old), old)
                    : value is string text ? Freshen(text, fresh) : value)]);
                ids[(table.Name, id)] = (long)Scalar(_db, "SELECT last_insert_rowid()")!;
            }
        }
        Run(_empty, transaction, _carts[number % _carts.Count]);
        Run(_touch, transaction, _carts[number % _carts.Count], "2026-01-01 00:00:00.000");
        transaction.Commit();
    }

    public void Dispose() => _db.Dispose();

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var place = 0; place < values.Length; place++) command.Parameters[place].Value = values[place];
        command.ExecuteNonQuery();
    }

    /// <summary>Secrets and order numbers must not come twice; where one text stood in two rows, the new one does.</summary>
    private static string Freshen(string text, Dictionary<string, string> fresh)
    {
        if (text.Length != Code.SecretLength && text.Length != Order.NumberLength) return text;
        if (fresh.TryGetValue(text, out var known)) return known;
        return fresh[text] = text.Length == Code.SecretLength ? Code.NewSecret() : Order.NewNumber(TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static List<string> TablesOf(SqliteConnection db) => [.. Read(
        db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_master.name) WHERE name = 'Id' AND type = 'INTEGER')",
        row => row.GetString(0))];

    private static Dictionary<string, string> ParentsOf(SqliteConnection db, string table) =>
        Read(db, $"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')", row => (From: row.GetString(0), To: row.GetString(1))).ToDictionary(key => key.From, key => key.To);

    private static List<T> Read<T>(SqliteConnection db, string sql, Func<DbDataReader, T> read)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read()) all.Add(read(reader));
        return all;
    }

    private Table Read(string table, long after)
    {
        var names = Read(_db, $"SELECT name FROM pragma_table_info('{table}') WHERE name <> 'Id'", row => row.GetString(0));
        var columns = string.Join(", ", names.Select(name => $"\"{name}\""));
        var rows = Read(_db, $"SELECT Id, {columns} FROM \"{table}\" WHERE Id > {after} ORDER BY Id", row => (row.GetInt64(0), names.Select((_, column) => row.GetValue(column + 1)).ToArray()));
        var insert = Command($"INSERT INTO \"{table}\" ({columns}) VALUES ({string.Join(", ", names.Select((_, place) => $"${place}"))})", names.Count);
        return new(table, names, ParentsOf(_db, table), rows, insert);
    }

    private List<long> Ids(string sql) => Read(_db, sql, row => row.GetInt64(0));

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _db.CreateCommand();
        command.CommandText = sql;
        for (var place = 0; place < parameters; place++) command.Parameters.Add(new($"${place}", null));
        return command;
    }

    private sealed record Table(string Name, List<string> Names, Dictionary<string, string> Parents, List<(long Id, object[] Values)> Rows, SqliteCommand Insert);
}
