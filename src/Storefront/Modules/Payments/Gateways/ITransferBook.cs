namespace Storefront.Modules.Payments.Gateways;

/// <summary>
/// The far side of a gateway without a vendor: the market's own people, who look at a bank statement or take cash, and write down what they saw.
/// It keeps what a vendor would keep, and answers as one would; it decides no payment's state.
/// </summary>
public interface ITransferBook
{
    /// <summary>The gateway whose far side it is, and to which it delivers its notices.</summary>
    const string Gateway = "offline";

    /// <summary>Begins to wait for this transfer, or finds it. The word that the payer writes on the transfer; null: the same attempt with another sum.</summary>
    Task<string?> OpenAsync(StartRequest request, CancellationToken cancel);

    Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel);

    /// <summary>Waits no longer. Money that comes all the same can still be written down.</summary>
    Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel);

    /// <summary>Puts it on the list of what people must send back by hand.</summary>
    Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel);

    Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel);

    /// <summary>What the act of this code told; null: there is none. Only who may write in the book knows such a code.</summary>
    Task<Observation?> HappenedAsync(string code, CancellationToken cancel);
}
