using Storefront.Shared;

namespace Storefront.Modules.Payments.Contracts;

/// <summary>What our records and the gateways' answers do not agree on, or not yet. <see cref="Differs"/> needs a person.</summary>
public enum OpenMatter { Differs, Unknown, Surplus, Refunds }

/// <param name="Payment">Its code, or of a notice that fits no payment the attempt it speaks of.</param>
/// <param name="Refund">State of the refund that belongs to it, as text key suffix: staged, sent, succeeded, failed; null where there is none.</param>
/// <param name="Why">The vendor's words.</param>
public sealed record OpenMatterRow(DateTime? Since, string Payment, string Gateway, Money? Amount, string? Refund, string? Why);

/// <summary>All money that gateways say came in, and all that they say went back.</summary>
public sealed record MoneyMoved(Money Captured, Money Refunded);

/// <summary>The payments' side of the comparison with the book. Only looks.</summary>
public interface IReconciliation
{
    Task<MoneyMoved> MovedAsync(CancellationToken cancel);

    /// <summary>Oldest first; surplus and differences newest first.</summary>
    Task<Page<OpenMatterRow>> OpenAsync(OpenMatter which, int page, CancellationToken cancel);
}
