namespace Storefront.Modules.Payments.Contracts;

/// <summary>What a payer has sent to show that money is on its way by hand. The picture itself is seen by finance alone.</summary>
/// <param name="Payment">The payment's code.</param>
public sealed record PayerProofCard(string Payment, DateTime SentAt, string? Note);

/// <summary>Pictures and words of payers, for whoever knows whose payments they are.</summary>
public interface IPayerProofs
{
    /// <summary>Of all these payments, oldest first.</summary>
    Task<IReadOnlyList<PayerProofCard>> FindAsync(IReadOnlyCollection<string> payments, CancellationToken cancel);

    /// <summary>Their payer was erased: pictures and words go, in the caller's transaction.</summary>
    Task StageForgetAsync(IReadOnlyCollection<string> payments, CancellationToken cancel);
}
