using Storefront.Shared;

namespace Storefront.Modules.Payments.Contracts;

/// <summary>
/// Begun: led to the vendor, nothing said yet. Incomplete: the vendor wants to know more. Checking: the vendor looks at it. Ready: money can be sent.
/// Closed: the vendor refuses this seller. Stored by number, never renumbered.
/// </summary>
public enum PayeeState { Begun, Incomplete, Checking, Ready, Closed }

/// <summary>A shop's account at a vendor that pays sellers.</summary>
/// <param name="Gateway">Its name is the text "payments.payout.{key}".</param>
/// <param name="Missing">What the vendor still wants, as last parts of the text "payments.payee.need.{key}".</param>
/// <param name="IsUnsure">The vendor could not be asked: this is how it stood before.</param>
public sealed record PayeeCard(string Gateway, PayeeState State, IReadOnlyList<string> Missing, bool IsUnsure);

/// <summary>Sellers' accounts at vendors that can send them their money. Without such a vendor every payout goes by hand.</summary>
public interface IPayees
{
    /// <summary>The vendor that sellers are led to, as "payments.payout.{key}"; null: none is offered.</summary>
    string? Gateway { get; }

    /// <summary>Why a vendor that was configured is not offered; sentences for who configures it.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>As it stood when the vendor was last asked; null when the shop has never begun with the vendor that is offered.</summary>
    Task<PayeeCard?> FindAsync(long shopId, CancellationToken cancel);

    /// <summary>
    /// Makes the account or goes on with it. The vendor's page to lead the owner to; null when the vendor could not be reached or says no.
    /// Not inside a transaction: the vendor is called.
    /// </summary>
    Task<Uri?> BeginAsync(long shopId, Uri returnUrl, Uri againUrl, CancellationToken cancel);

    /// <summary>Asks the vendor how the account stands now. Not inside a transaction.</summary>
    Task<PayeeCard?> AskAsync(long shopId, CancellationToken cancel);

    /// <summary>Of these shops those that money can be sent to.</summary>
    Task<IReadOnlySet<long>> ReadyAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel);

    /// <summary>Stages that these shops' owners are forgotten: only accounts stay that money was sent to, and nobody asks about them. Joins the caller's transaction.</summary>
    Task StageForgetAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel);
}

/// <param name="Payout">Its code: the idempotency key at the vendor.</param>
public sealed record NewRemittance(string Payout, long ShopId, Money Amount);

/// <param name="Reversed">What has come back of it.</param>
/// <param name="IsUnsure">Asked more than once, and nothing certain said.</param>
/// <param name="IsReturning">It is being taken back.</param>
/// <param name="Why">The vendor's words on what did not go well.</param>
public sealed record RemittanceCard(string Gateway, Money Reversed, bool IsUnsure, bool IsReturning, string? Why);

/// <summary>Money on its way to sellers' accounts. What is staged joins the caller's transaction on the same StoreDb; the vendor is called later, outside it.</summary>
public interface IRemittances
{
    /// <summary>Stages sending those whose shop is ready at this moment, each payout once. Answers the codes of what was staged; all others go by hand.</summary>
    Task<IReadOnlySet<string>> StageAsync(IReadOnlyCollection<NewRemittance> payouts, CancellationToken cancel);

    Task<RemittanceCard?> FindAsync(string payout, CancellationToken cancel);

    /// <summary>Money is on its way to this shop's account, or back from it, and nobody can say yet where it ends.</summary>
    Task<bool> IsUnderWayAsync(long shopId, CancellationToken cancel);

    /// <summary>Stages taking back what has not come back yet. False when nothing was sent, nothing is left or it is being taken back already.</summary>
    Task<bool> StageReversalAsync(string payout, CancellationToken cancel);
}

/// <summary>The money is on the seller's account at the vendor. Said once for a payout.</summary>
/// <param name="Reference">What the vendor called it.</param>
public sealed record RemittanceSettled(string Payout, string Gateway, string Reference) : IEvent;

/// <summary>The vendor has said no for good, nothing has moved and nothing will under this code.</summary>
public sealed record RemittanceRefused(string Payout, string Gateway, string Why) : IEvent;

/// <summary>Money has come back to the market, by us or at the vendor's desk.</summary>
/// <param name="Reversed">All that has come back of this payout: it never shrinks, so a later word says everything that an earlier one did.</param>
public sealed record RemittanceReversed(string Payout, string Gateway, Money Reversed) : IEvent;
