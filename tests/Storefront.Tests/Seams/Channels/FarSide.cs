using Storefront.Modules.Notifications.Channels;

namespace Storefront.Tests.Seams.Channels;

/// <summary>How the far side takes a message.</summary>
internal enum Mood { Accepts, Refuses, Fails, Cuts, Silent }

/// <summary>What a channel calls, on loopback: writes down what it was handed, and answers by its mood.</summary>
internal interface IFarSide : IAsyncDisposable
{
    Mood Mood { get; set; }

    /// <summary>What was taken, as the far side understood it.</summary>
    IReadOnlyList<(string To, string Text)> Handed { get; }

    /// <summary>How often somebody called, whatever came of it.</summary>
    int Calls { get; }

    /// <summary>A message that this far side can take.</summary>
    Message Letter(Way way, string text);

    /// <summary>The same channel, but with little patience.</summary>
    IMessageChannel Hasty(TimeSpan patience);
}
