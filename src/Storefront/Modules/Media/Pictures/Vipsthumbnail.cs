using System.Diagnostics;
using System.Globalization;
using Storefront.Shared;

namespace Storefront.Modules.Media.Pictures;

/// <summary>
/// The decoder, in a process of its own: whatever a photo does to it, the shop lives on. Each run has limits for time, memory and files written,
/// and loaders that were not made for files from strangers are shut.
/// </summary>
internal sealed class Vipsthumbnail(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Path of the program; empty: never use it; absent: the one on the PATH, where there is one.</summary>
    public const string Setting = "Media:Vipsthumbnail";

    private const string Program = "vipsthumbnail";
    private const long MemoryBytes = 2L << 30, FileBytes = 64L << 20;
    private const int Seconds = 20;

    private readonly string? _program = Find(configuration[Setting]);
    private readonly string? _limiter = OnPath("prlimit");

    public bool IsThere => _program is not null;

    /// <summary>Shrinks a file so that it is no wider than <paramref name="width"/> (never enlarges), upright, in sRGB and without metadata, as WebP. False when it cannot be read.</summary>
    public async Task<bool> RunAsync(string from, string to, int width, int quality, CancellationToken cancel)
    {
        using var process = Process.Start(Command(from, to, width, quality))!;
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            await Task.WhenAll(process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token), process.WaitForExitAsync(either.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return false;
        }
        return process.ExitCode == 0 && File.Exists(to);
    }

    private ProcessStartInfo Command(string from, string to, int width, int quality)
    {
        string[] limits = _limiter is null ? [] : [_limiter, $"--as={MemoryBytes}", $"--fsize={FileBytes}", $"--cpu={Seconds}", "--core=0"];
        string[] all = [.. limits, _program!, "--size", Invariant($"{width}x{width * 4}>"), "--export-profile", "srgb", "--output", Invariant($"{to}[Q={quality},strip]"), from];
        var command = new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardError = true, UseShellExecute = false };
        command.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        command.Environment["VIPS_CONCURRENCY"] = "1";
        return command;
    }

    private static string? Find(string? setting) => setting switch
    {
        null => OnPath(Program),
        "" => null,
        _ => File.Exists(setting) ? setting : throw new ConfigurationException($"{Setting} is '{setting}', and there is no such file; leave it empty to do without."),
    };

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
