using System.Diagnostics;
using Storefront.Load.Clients;
using Storefront.Load.Servers;

namespace Storefront.Load.Bench;

/// <summary>Seconds from the start of a process to its first page, the shop with its demo market already made, beside a bare server on the same rows.</summary>
internal sealed record Starts(IReadOnlyList<double> Shop, IReadOnlyList<double> Bare)
{
    private const string WithDemo = "--Demo:Enabled=true";

    public static async Task<Starts> RunAsync(string folder, int times)
    {
        await using (await Child.StartAsync("shop", folder, WithDemo))
        {
        }
        var (shop, bare) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            bare.Add(await FirstPageAsync("bare", folder, "/goods"));
            shop.Add(await FirstPageAsync("shop", folder, "/", WithDemo));
        }
        return new(shop, bare);
    }

    public static double Median(IReadOnlyList<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static async Task<double> FirstPageAsync(string kind, string folder, string path, params string[] settings)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await Child.StartAsync(kind, folder, settings);
        using var connection = await Connection.OpenAsync(server.Address);
        var (status, _) = await connection.SendAsync(Connection.Get(server.Address, path));
        return status == 200 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{path} was answered with {status}.");
    }
}
