namespace Storefront.Modules.Notifications.Channels;

/// <summary>A way to reach a phone or mailbox. One folder an adapter; the first ready one that reaches the target is used.</summary>
public interface IMessageChannel
{
    /// <summary>False when its options are missing or it must not run in this environment; it is then passed over.</summary>
    bool IsReady { get; }

    /// <summary>True when it can reach mobile numbers, or mailboxes.</summary>
    bool Reaches(bool phone);

    /// <summary>
    /// Hands one message over. Returns when the far side has accepted it; throws <see cref="HttpRequestException"/> or
    /// <see cref="TimeoutException"/> when it did not within ten seconds. Must not retry: the caller's person asks again.
    /// </summary>
    Task SendAsync(string address, string text, CancellationToken cancel);
}

/// <summary>An adapter's own wiring, found in the assembly.</summary>
public interface IChannelSetup
{
    void AddServices(IServiceCollection services, IConfiguration configuration);
}

internal static class ChannelSetups
{
    public static readonly IReadOnlyList<IChannelSetup> All =
    [
        .. typeof(IChannelSetup).Assembly.GetTypes()
            .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IChannelSetup)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IChannelSetup)Activator.CreateInstance(type)!),
    ];
}
