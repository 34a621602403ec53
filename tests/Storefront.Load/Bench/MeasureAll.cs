using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Storefront.Data;

namespace Storefront.Load.Bench;

/// <summary>Makes a market, measures it, says it as a table and as artifacts/bench.json.</summary>
internal static class MeasureAll
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task<int> RunAsync(string[] settings)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var options = Options.Read(settings);
        var scratch = Directory.CreateTempSubdirectory("storefront-bench-").FullName;
        try
        {
            var market = Path.Combine(scratch, "market");
            await Market.MakeAsync(market, options.Products);
            var pages = await new PageRuns(options, Codes(market)).RunAsync(market, scratch);
            var (orders, rows) = await new OrderRuns(options).RunAsync(market, scratch);
            var starts = await Starts.RunAsync(Path.Combine(scratch, "demo"), options.Rounds);
            var series = pages.Values.Concat(orders.Values).ToList();
            var goals = Goals(series.ToDictionary(one => one.Name), starts);
            Print(options, series, goals, rows, starts);
            Save(options, series, goals, starts);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static List<string> Codes(string market)
    {
        using var db = BareRows.Open(Path.Combine(market, "store.db"));
        using var command = db.CreateCommand();
        command.CommandText = "SELECT Code FROM Products ORDER BY Code";
        using var reader = command.ExecuteReader();
        var codes = new List<string>();
        while (reader.Read()) codes.Add(reader.GetString(0));
        return codes;
    }

    private static List<Goal> Goals(Dictionary<string, Series> by, Starts starts) =>
    [
        new("list, warm / A", by["list warm"].PerSecond / by["list A"].PerSecond, 0.9),
        new("product, warm / A", by["product warm"].PerSecond / by["product A"].PerSecond, 0.9),
        new("list, cold / C", by["list cold"].PerSecond / by["list C"].PerSecond, 0.6),
        new("product, cold / C", by["product cold"].PerSecond / by["product C"].PerSecond, 0.6),
        new("list, cold / C that compresses too", by["list cold"].PerSecond / by["list C compressed"].PerSecond, 0.6),
        new("product, cold / C that compresses too", by["product cold"].PerSecond / by["product C compressed"].PerSecond, 0.6),
        new("search Chinese p99 / cold list p99", by["search Chinese"].P99 / by["list cold"].P99, 3, AtLeast: false),
        new("search English p99 / cold list p99", by["search English"].P99 / by["list cold"].P99, 3, AtLeast: false),
        new("place order / W, 1 client", by["order"].PerSecond / by["order W"].PerSecond, 0.5),
        new("place order, 64 clients / 1 client", by["order crowd"].PerSecond / by["order"].PerSecond, 0.9),
        new("place order, 64 clients, longest wait s", by["order crowd"].Longest / 1_000, 2, AtLeast: false),
        new("process start to first page s", Starts.Median(starts.Shop), 1.5, AtLeast: false),
    ];

    private static void Print(Options options, List<Series> series, List<Goal> goals, int rows, Starts starts)
    {
        Console.WriteLine($"{options.Products} products, {options.Clients} clients, medians of {options.Rounds} rounds of {options.Seconds} s; an order writes {rows} rows; starts {Words(starts.Shop)} s, of a bare server {Words(starts.Bare)} s");
        Console.WriteLine($"{"",-24}{"per s",10}{"p50 ms",10}{"p99 ms",10}{"max ms",10}{"failed",8}");
        foreach (var one in series) Console.WriteLine($"{one.Name,-24}{one.PerSecond,10:0}{one.P50,10:0.00}{one.P99,10:0.00}{one.Longest,10:0.0}{one.Failures,8}");
        Console.WriteLine();
        foreach (var goal in goals) Console.WriteLine($"{goal.What,-44}{goal.Ratio,8:0.00}  goal {(goal.AtLeast ? "≥" : "≤")} {goal.Wanted,-5} {(goal.Met ? "met" : "MISSED")}");
    }

    private static string Words(IEnumerable<double> seconds) => string.Join(" ", seconds.Select(one => $"{one:0.00}"));

    private static void Save(Options options, List<Series> series, List<Goal> goals, Starts starts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        var all = new { At = TimeProvider.System.GetUtcNow(), options.Products, options.Clients, options.Seconds, options.Rounds, Series = series, Goals = goals, Starts = starts };
        File.WriteAllText(Path.Combine(folder.FullName, "bench.json"), JsonSerializer.Serialize(all, Readable));
    }
}
