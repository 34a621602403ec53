namespace Storefront.Modules.Payments.Pages;

/// <summary>The question for a picture of the transfer, for the partial <c>_Proof</c>.</summary>
/// <param name="Input">What was typed, where it was refused.</param>
internal sealed record ProofQuestion(string Attempt, int Sent, int Left, SendProof.Form Input)
{
    /// <summary>Null where nobody looks for a picture.</summary>
    public static ProofQuestion? Of(ReadAttempt.Shown shown, SendProof.Form? input = null) =>
        shown is { Showing: { } showing, Word: "waiting" or "asking" } ? new(shown.Code, showing.Sent, showing.Left, input ?? new()) : null;
}
