using Storefront.Load.Clients;

namespace Storefront.Load.Bench;

/// <summary>Placing orders, alone and by a crowd, beside the same rows written bare.</summary>
internal sealed class OrderRuns(Options options)
{
    private const int Crowded = 64;

    /// <summary>More orders a second than any disk that keeps its word will take.</summary>
    private const int MostPerSecond = 2_000;

    public async Task<(IReadOnlyDictionary<string, Series> Series, int Rows)> RunAsync(string folder, string scratch)
    {
        var series = new[] { "order W", "order", "order crowd" }.ToDictionary(name => name, name => new Series(name));
        await using var orders = await Orders.OpenAsync(folder, MostPerSecond * options.Seconds * (options.Rounds + 1));
        using var rows = await RecordAsync(orders, Path.Combine(folder, "store.db"), Path.Combine(scratch, "copy.db"));
        for (var round = 0; round <= options.Rounds; round++)
        {
            var bare = await Crowd.RunAsync(1, options.Time, _ => () => { rows.Write(); return Task.FromResult(true); });
            var alone = await Crowd.RunAsync(1, options.Time, _ => orders.PlaceAsync);
            var crowd = await Crowd.RunAsync(Crowded, options.Time, _ => orders.PlaceAsync);
            if (round == 0) continue;
            series["order W"].Add(bare);
            series["order"].Add(alone);
            series["order crowd"].Add(crowd);
        }
        return (series, rows.Count);
    }

    private static async Task<BareRows> RecordAsync(Orders orders, string file, string copy)
    {
        using var db = BareRows.Open(file);
        var before = BareRows.Mark(db);
        if (!await orders.PlaceAsync()) throw new InvalidOperationException("The first order was refused.");
        BareRows.Scalar(db, $"VACUUM INTO '{copy}'");
        return BareRows.Record(copy, before);
    }
}
