namespace Storefront.Modules.Notifications.Contracts;

/// <summary>Messages on the "Me" page of an account.</summary>
public interface INotices
{
    /// <summary>Stages a notice in the reader's own language when shown: a text key, its arguments, and the local path it opens.</summary>
    void Stage(long accountId, string textKey, IReadOnlyList<string> arguments, string path);

    /// <summary>How many notices this account has not seen.</summary>
    Task<int> CountUnseenAsync(long accountId, CancellationToken cancel);
}

public enum CodeTarget { Phone, Email }

/// <summary>Sends single messages to a phone or mailbox through the configured channel, outside any transaction.</summary>
public interface IMessages
{
    /// <summary>False when the channel failed; the failure is logged with the address masked.</summary>
    Task<bool> SendAsync(CodeTarget target, string address, string text, CancellationToken cancel);
}
