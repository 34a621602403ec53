using Microsoft.Playwright;

namespace Storefront.Browser.Steps;

/// <summary>The system's Chromium, started once for all journeys.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Words = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    public static Task<IBrowser> Browser => Started.Value;

    /// <summary>A browser of its own that keeps everything in a folder, so that it can be closed and opened again.</summary>
    public static async Task<IBrowserContext> OpenAsync(string folder, BrowserTypeLaunchPersistentContextOptions options)
    {
        options.ExecutablePath = Path;
        options.Args = Words;
        return await (await Driver.Value).Chromium.LaunchPersistentContextAsync(folder, options);
    }

    private static async Task<IBrowser> StartAsync() => await (await Driver.Value).Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Words });
}
