using System.Text;
using System.Text.Json;
using Storefront.Load.Clients;
using Storefront.Load.Servers;

namespace Storefront.Load.Bench;

/// <summary>Public pages from the cache and past it, between the two yardsticks.</summary>
internal sealed class PageRuns(Options options, IReadOnlyList<string> codes)
{
    private const int Pages = 40;
    private static readonly string[] Chinese = ["蜂蜜", "红薯干", "山茶油", "手工", "龙井茶", "野生"];
    private static readonly string[] English = ["honey", "tea", "organic", "dried", "blueberry"];

    private readonly Dictionary<string, Series> _series = [];

    public async Task<IReadOnlyDictionary<string, Series>> RunAsync(string folder, string scratch)
    {
        await using var shop = await Child.StartAsync("shop", folder);
        await KeepAsync(shop.Address, scratch, ["/goods", "/p/" + codes[0]]);
        await using var bytes = await Child.StartAsync("bytes", scratch);
        await using var bare = await Child.StartAsync("bare", folder);
        var all = Contenders(shop.Address, bytes.Address, bare.Address);
        foreach (var one in all) await MeasureAsync(one);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var one in all) Of(one.Name).Add(await MeasureAsync(one));
        }
        return _series;
    }

    /// <summary>In the order they are measured: neighbours are compared. Past the cache, no address is asked for twice within its minute.</summary>
    private IReadOnlyList<Contender> Contenders(Uri shop, Uri bytes, Uri bare) =>
    [
        new("list A", bytes, _ => "/goods"), new("list warm", shop, _ => "/goods"),
        new("list C", bare, ListPage, "identity"), new("list cold", shop, ListPage), new("list C compressed", bare, ListPage),
        new("product A", bytes, _ => "/p/" + codes[0]), new("product warm", shop, _ => "/p/" + codes[0]),
        new("product C", bare, Item, "identity"), new("product cold", shop, Item), new("product C compressed", bare, Item),
        new("search Chinese", shop, number => Search(Chinese, number)), new("search English", shop, number => Search(English, number)),
    ];

    private static string ListPage(int number) => "/goods?page=" + Page(number, Pages);

    private string Item(int number) => "/p/" + codes[number % codes.Count];

    private static string Search(string[] words, int number) => $"/search?q={Uri.EscapeDataString(words[number % words.Length])}&page={Page(number / words.Length, 3)}";

    /// <summary>Leading zeros make another address of the same page.</summary>
    private static string Page(int number, int pages) => new string('0', number / pages) + (number % pages + 1);

    private async Task<Sample> MeasureAsync(Contender one)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(_ => Connection.OpenAsync(one.Server)));
        try
        {
            return await Crowd.RunAsync(options.Clients, options.Time, client => async () =>
                (await connections[client].SendAsync(Connection.Get(one.Server, one.Path(one.Next()), one.Encoding))).Status == 200);
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
    }

    /// <summary>Asks twice, so that the second answer is the cache's, and keeps it for the yardstick.</summary>
    private static async Task KeepAsync(Uri shop, string scratch, IEnumerable<string> paths)
    {
        using var connection = await Connection.OpenAsync(shop);
        var kept = new List<KeptAnswer>();
        foreach (var path in paths)
        {
            await connection.SendAsync(Connection.Get(shop, path));
            kept.Add(Read(path, (await connection.SendAsync(Connection.Get(shop, path))).Answer.Span));
        }
        await File.WriteAllBytesAsync(Path.Combine(scratch, KeptAnswer.File), JsonSerializer.SerializeToUtf8Bytes(kept));
    }

    private static KeptAnswer Read(string path, ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        var headers = Encoding.ASCII.GetString(answer[..end]).Split("\r\n").Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        if (!headers.Remove("Content-Length")) throw new InvalidOperationException($"The cache's answer to {path} has no length.");
        headers.Remove("Date");
        return new(path, headers, answer[(end + 4)..].ToArray());
    }

    private Series Of(string name) => _series.TryGetValue(name, out var known) ? known : _series[name] = new(name);

    private sealed record Contender(string Name, Uri Server, Func<int, string> Path, string Encoding = "br")
    {
        private int _number;

        public int Next() => Interlocked.Increment(ref _number);
    }
}
