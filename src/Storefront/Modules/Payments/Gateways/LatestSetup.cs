using Microsoft.Extensions.Options;

namespace Storefront.Modules.Payments.Gateways;

/// <summary>What an adapter makes of its options, made again when they or the key's file change: keys rotate without a restart.</summary>
internal sealed class LatestSetup<TOptions, TSetup>(IOptionsMonitor<TOptions> monitor, Func<TOptions, TSetup> make)
    where TOptions : KeyedOptions
    where TSetup : class
{
    private sealed record Made(TOptions From, DateTime FileWrittenAt, TSetup Setup);

    private volatile Made? _made;

    public TSetup Value
    {
        get
        {
            var options = monitor.CurrentValue;
            // A file that is not there has a time as well: it is looked for again when it appears.
            var writtenAt = options.PrivateKeyFile.Length == 0 ? default : File.GetLastWriteTimeUtc(options.PrivateKeyFile);
            if (_made is { } known && known.From == options && known.FileWrittenAt == writtenAt) return known.Setup;
            var made = new Made(options, writtenAt, make(options));
            _made = made;
            return made.Setup;
        }
    }
}
