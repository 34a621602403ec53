namespace Storefront.Modules.Notifications.Contracts;

/// <summary>Messages to an account: kept on its "Me" page, and told by push, e-mail and SMS as the person chose.</summary>
public interface INotices
{
    /// <summary>
    /// Stages a notice in the reader's own language when shown: a text key, its arguments, and the local path it opens. Of the arguments only the first may leave
    /// the house, and a lock screen may show it: an order's number, the name of a shop or of goods; never anything about a person.
    /// </summary>
    void Stage(long accountId, string textKey, IReadOnlyList<string> arguments, string path, Topic topic = Topic.Other);

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
