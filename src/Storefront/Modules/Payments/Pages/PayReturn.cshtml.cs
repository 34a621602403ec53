using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages;

/// <summary>Where the payer comes back to. Coming back proves nothing: this page only reads what the gateway has said.</summary>
internal sealed class PayReturn(ReadAttempt read) : StorePage
{
    public ReadAttempt.Shown Shown { get; private set; } = null!;

    /// <summary>The answer is still on its way: look again.</summary>
    public bool Asks => Shown is { Payment: PaymentState.Waiting, State: AttemptState.Started or AttemptState.Unknown };

    public bool MayGoOn => Shown.Payment == PaymentState.Waiting && Shown.State != AttemptState.Unknown && (Shown.MayTryAgain || Shown.Newest != Shown.Code);

    /// <summary>Middle part of the texts' keys.</summary>
    public string Word => Shown switch
    {
        { Surplus: true } => "surplus",
        { Payment: PaymentState.Expired } => "over",
        { State: AttemptState.Created or AttemptState.Started } => "waiting",
        { State: AttemptState.Unknown } => "asking",
        { State: AttemptState.Failed } => "failed",
        _ => "expired",
    };

    public async Task<IActionResult> OnGetAsync(string attempt)
    {
        if (await read.RunAsync(attempt, Cancel) is not { } shown) return NotFound();
        Shown = shown;
        return shown is { IsPaid: true, Surplus: false } ? LocalRedirect(shown.ReturnPath) : Page();
    }
}
