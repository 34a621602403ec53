using System.Diagnostics;

namespace Storefront.Load.Clients;

/// <summary>What a crowd measured: requests a second and how long single answers took, in milliseconds.</summary>
internal sealed record Sample(double PerSecond, double P50, double P99, double Max, int Failures);

/// <summary>So many clients, each sending its next request when the last is answered.</summary>
internal static class Crowd
{
    /// <param name="open">Opens a client by its number and gives its way to send one request; false when the answer was not the expected one.</param>
    public static async Task<Sample> RunAsync(int clients, TimeSpan time, Func<int, Func<Task<bool>>> open)
    {
        var clock = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(open(client), clock, time))));
        var seconds = clock.Elapsed.TotalSeconds;
        var all = results.SelectMany(result => result.Times).Order().ToArray();
        return new(all.Length / seconds, At(all, 0.50), At(all, 0.99), all.LastOrDefault(), results.Sum(result => result.Failures));
    }

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * part)];

    private static async Task<(List<double> Times, int Failures)> ClientAsync(Func<Task<bool>> send, Stopwatch clock, TimeSpan time)
    {
        var times = new List<double>(10_000);
        var failures = 0;
        while (clock.Elapsed < time)
        {
            var begun = Stopwatch.GetTimestamp();
            if (!await send()) failures++;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return (times, failures);
    }
}
