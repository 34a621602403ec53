using System.Diagnostics;
using Storefront.Load.Clients;
using Storefront.Load.Servers;

namespace Storefront.Load.Bench;

/// <summary>From the start of the process to the first page, with the demo market already made.</summary>
internal static class Starts
{
    public static async Task<IReadOnlyList<double>> RunAsync(string folder, int times)
    {
        await using (await Child.StartAsync("shop", folder, "--Demo:Enabled=true"))
        {
        }
        var seconds = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var clock = Stopwatch.StartNew();
            await using var shop = await Child.StartAsync("shop", folder, "--Demo:Enabled=true");
            using var connection = await Connection.OpenAsync(shop.Address);
            var (status, _) = await connection.SendAsync(Connection.Get(shop.Address, "/"));
            if (status != 200) throw new InvalidOperationException($"The first page was answered with {status}.");
            seconds.Add(clock.Elapsed.TotalSeconds);
        }
        return seconds;
    }
}
