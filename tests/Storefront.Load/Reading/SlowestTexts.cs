using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Load.Reading;

/// <summary>How long the reader of share texts can be kept busy by one paste.</summary>
internal static class SlowestTexts
{
    private const double Limit = 50;
    private const int Shown = 5;
    private const int Beginning = 60;

    public static int Run(string[] settings)
    {
        var options = new ConfigurationBuilder().AddCommandLine(settings).Build();
        var services = new ServiceCollection();
        new VideosModule().AddServices(services, options);
        using var provider = services.BuildServiceProvider();
        var read = provider.GetRequiredService<ReadShareText>();
        var texts = new HostileTexts(provider.GetServices<IVideoPlatform>(), new(options.GetValue("seed", 1)));

        var all = Enumerable.Range(0, options.GetValue("texts", 20_000)).Select(_ => Time(read, texts.Next(ReadShareText.MaxLength))).OrderByDescending(one => one.Slow).ToList();
        var slowest = all.Take(Shown).Select(one => (one.Text, one.Slow, Again: Enumerable.Range(0, 5).Min(_ => Time(read, one.Text).Slow))).ToList();
        Console.WriteLine($"{all.Count} texts of {ReadShareText.MaxLength} characters: median {Show(all[all.Count / 2].Slow)}, p99 {Show(all[all.Count / 100].Slow)}, slowest {Show(all[0].Slow)}; the limit is {Show(Limit)}");
        foreach (var (text, slow, again) in slowest) Console.WriteLine($"  {Show(slow)}, alone {Show(again)}: {JsonSerializer.Serialize(text[..Beginning])}");
        // The machine's own hiccups stand in the first figure; a text that is slow by itself is slow each time.
        return slowest.Exists(one => one.Again > Limit) ? 1 : 0;
    }

    private static (string Text, double Slow) Time(ReadShareText read, string text)
    {
        var start = Stopwatch.GetTimestamp();
        read.Run(text);
        return (text, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static string Show(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms";
}
