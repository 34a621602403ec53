using Storefront.Shared;

namespace Storefront.Modules.Payments.Contracts;

/// <summary>A sum to be paid for one checkout. Payments knows an order only as this id and this sum.</summary>
/// <param name="Code">The checkout's code; one payment each.</param>
/// <param name="Title">What the payer reads at the gateway, at most 120 characters.</param>
/// <param name="PayUntil">UTC; later money goes back by itself.</param>
/// <param name="ReturnPath">Local path the payer comes back to.</param>
public sealed record NewPayment(string Code, Money Amount, string Title, DateTime PayUntil, string ReturnPath);

public enum PaymentState { Waiting, Paid, Expired, Refunding, Refunded }

/// <summary>What the buyer's page shows of a payment.</summary>
/// <param name="LastAttempt">State of the newest attempt, as text key suffix: created, started, paid, failed, expired, unknown; null before the first.</param>
public sealed record PaymentCard(string Code, Money Amount, Money Refunded, PaymentState State, string? LastAttempt, DateTime PayUntil)
{
    /// <summary>Where the buyer goes on paying: the newest attempt; null when nothing can be paid any more.</summary>
    public string? PayPath { get; init; }
}

/// <summary>Asked: to be sent to the gateway. OnItsWay: the gateway has taken it on. Done: it has left. Stuck: refused, or tried again and again; people look after it.</summary>
public enum ReturnState { Asked, OnItsWay, Done, Stuck }

/// <param name="DoneAt">UTC; null until it is done.</param>
/// <param name="Why">Why it is stuck, in the words of the market's people; null where nobody has written any.</param>
public sealed record RefundCard(string Key, Money Amount, ReturnState State, DateTime? DoneAt, string? Why = null);

/// <summary>Money in and back out. All changes join the caller's transaction on the same StoreDb; the vendor is called later, outside it.</summary>
public interface IPayments
{
    /// <summary>Stages the payment and its first attempt with this gateway. Returns the attempt's code, to be redirected to <see cref="PayUrl"/>.</summary>
    string Stage(NewPayment payment, string gateway);

    Task<PaymentCard?> FindAsync(string code, CancellationToken cancel);

    /// <summary>Sums and states of several payments, by code; without <see cref="PaymentCard.LastAttempt"/> and the way to pay.</summary>
    Task<IReadOnlyDictionary<string, PaymentCard>> FindManyAsync(IReadOnlyCollection<string> codes, CancellationToken cancel);

    /// <summary>True while money of one of these payments is on its way back, or should be and is stuck.</summary>
    Task<bool> IsReturningAsync(IReadOnlyCollection<string> codes, CancellationToken cancel);

    /// <summary>Gateways that are configured, whose options validate and that fit this visitor; names are texts "payments.gateway.{key}".</summary>
    IReadOnlyList<string> Gateways { get; }

    /// <summary>The same gateways with what each will lead this visitor to.</summary>
    IReadOnlyList<PayChoice> Choices { get; }

    /// <summary>Nothing fits in the app that shows our page, and something would in the phone's browser.</summary>
    bool FitsOutside { get; }

    /// <summary>How long a payer of this gateway is given, where that is more than usual (a bank transfer). Null: the usual.</summary>
    TimeSpan? TimeToPay(string gateway);

    /// <summary>
    /// Stages a refund. <paramref name="refundKey"/> makes it happen once. The sum is capped by what was paid and not yet refunded:
    /// asking for more throws, it is the caller's bug. Before payment nothing is staged.
    /// </summary>
    Task StageRefundAsync(string code, string refundKey, Money amount, CancellationToken cancel);

    /// <summary>How far the money of a payment's refunds has come, by refund key.</summary>
    Task<IReadOnlyDictionary<string, RefundCard>> RefundsAsync(string code, CancellationToken cancel);

    /// <summary>
    /// Closes a payment nobody will pay any more (checkout cancelled or expired). Money that still arrives goes back by itself.
    /// False, and nothing is staged, when it has been paid meanwhile: then its money must be kept for something or sent back by a refund.
    /// </summary>
    Task<bool> StageCloseAsync(string code, CancellationToken cancel);

    /// <summary>Where an attempt is begun: /pay/{attempt}.</summary>
    static string PayUrl(string attempt) => $"/pay/{attempt}";
}

/// <summary>The whole sum has arrived in time. Said once for a payment.</summary>
public sealed record PaymentSettled(string Code, string Gateway, string Attempt, Money Amount) : IEvent;

/// <summary>Nobody paid in time, or the checkout was closed: what was held may go.</summary>
public sealed record PaymentExpired(string Code) : IEvent;

/// <summary>Money has moved back to the buyer.</summary>
public sealed record RefundSettled(string Code, string RefundKey, string Gateway, Money Amount) : IEvent;

/// <summary>Money arrived that no payment waits for (late, double, closed); its refund has been staged.</summary>
public sealed record SurplusReceived(string Code, string Gateway, string Attempt, Money Amount) : IEvent;
