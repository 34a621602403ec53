namespace Storefront.Modules.Notifications.Channels;

/// <summary>How a message travels. Kept as numbers: never renumber.</summary>
public enum Way { Push = 0, Email = 1, Sms = 2 }

/// <summary>One message to one place.</summary>
/// <param name="To">Mobile number, mailbox, or the address a browser gave for push.</param>
/// <param name="Text">What is read; for push the JSON that the service worker reads.</param>
public sealed record Message(Way Way, string To, string Text)
{
    /// <summary>Heading of an e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>Of an e-mail that can be switched off: where a post with nothing but the address does it.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The same when the same message is sent again, so that the far side can tell. Letters, digits and dashes, at most 32.</summary>
    public string? Id { get; init; }

    /// <summary>Of the browser, for push.</summary>
    public PushKeys? Keys { get; init; }
}

/// <summary>The browser's public key and its secret, both base64url.</summary>
public sealed record PushKeys(string P256dh, string Auth);

public enum Answer
{
    Accepted,

    /// <summary>This place is no more; it is forgotten.</summary>
    Gone,

    /// <summary>Not now. The same message may be sent again.</summary>
    Later,

    /// <summary>Never: sending it again would be refused again.</summary>
    Refused,
}

/// <summary>What the far side said.</summary>
/// <param name="Why">For the log and the admin's list; holds no number, mailbox or address.</param>
/// <param name="After">The far side asked to be left alone so long.</param>
public sealed record Verdict(Answer Answer, string Why = "", TimeSpan? After = null)
{
    public static readonly Verdict Accepted = new(Answer.Accepted);
}

/// <summary>A way to reach a phone, a mailbox or a browser. One folder an adapter; of the ready ones that reach a target, the one that reaches least else is used.</summary>
public interface IMessageChannel
{
    /// <summary>False when its options are missing or it must not run in this environment; it is then passed over.</summary>
    bool IsReady { get; }

    bool Reaches(Way way);

    /// <summary>
    /// Hands one message over and says what became of it, after at most ten seconds. Throws for nothing but the caller's own cancellation.
    /// Must not retry: whoever calls knows when it may be tried again.
    /// </summary>
    Task<Verdict> SendAsync(Message message, CancellationToken cancel);
}

/// <summary>Who the shop is to push services. A browser binds its address to this key.</summary>
public interface IPushIdentity
{
    /// <summary>The uncompressed point, base64url.</summary>
    string PublicKey { get; }

    /// <summary>True when a browser can have handed this over. Where the address really leads is looked at when it is called.</summary>
    bool IsSound(string endpoint, PushKeys keys);
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
