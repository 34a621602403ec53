using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages;

/// <summary>Where the payer comes back to. Coming back proves nothing: this page only reads what the gateway has said, and may have it asked sooner.</summary>
internal sealed class PayReturn(ReadAttempt read, HurryAttempt hurry) : StorePage
{
    public ReadAttempt.Shown Shown { get; private set; } = null!;

    public bool MayGoOn => Shown.Payment == PaymentState.Waiting && Shown.State != AttemptState.Unknown && (Shown.MayTryAgain || Shown.Newest != Shown.Code);

    public ProofQuestion? Proof => ProofQuestion.Of(Shown);

    public async Task<IActionResult> OnGetAsync(string attempt)
    {
        if (await read.RunAsync(attempt, Cancel) is not { } shown) return NotFound();
        Shown = shown;
        return shown is { IsPaid: true, Surplus: false } ? LocalRedirect(shown.ReturnPath) : Page();
    }

    /// <summary>"I have paid", or "look again", without scripts.</summary>
    public async Task<IActionResult> OnPostAsync(string attempt) =>
        await hurry.RunAsync(attempt, Cancel) ? LocalRedirect($"/pay/{attempt}/return") : NotFound();
}
