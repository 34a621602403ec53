using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages;

/// <summary>Takes the payer's picture of a transfer from the form on the payment's pages, and shows that form again when it is refused.</summary>
[EnableRateLimiting(ProofLimits.Policy)]
internal sealed class SendProof(ReadAttempt read, AttachProof attach) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ProofQuestion Proof { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string attempt) => await LeaveAsync(attempt) ?? Page();

    public async Task<IActionResult> OnPostAsync(string attempt)
    {
        if (await LeaveAsync(attempt) is { } leave) return leave;
        if (await RefuseAsync(Input) is { } refused) return refused;
        await using var upload = Input.Picture!.OpenReadStream();
        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        return await attach.RunAsync(attempt, upload, note, Cancel) switch
        {
            { Picture: not PhotoRefusal.None and var wrong } => await RefuseAsync("Input.Picture", Texts[wrong.TextKey()]),
            { Refusal: AttachProof.Refusal.Missed } => await RefuseAsync("", Texts["payments.proof.again"]),
            _ => LocalRedirect($"/pay/{attempt}/return#proof"),
        };
    }

    /// <summary>Null when there is something to be shown; otherwise to where things stand.</summary>
    private async Task<IActionResult?> LeaveAsync(string attempt)
    {
        if (await read.RunAsync(attempt, Cancel) is not { } shown) return NotFound();
        if (ProofQuestion.Of(shown, Input) is not { Left: > 0 } question) return LocalRedirect($"{IPayments.PayUrl(attempt)}/return");
        Proof = question;
        return null;
    }

    public sealed class Form
    {
        public IFormFile? Picture { get; set; }

        public string? Note { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Picture).Must(file => file is { Length: > 0 }).WithMessage(_ => texts["payments.proof.missing"]);
            RuleFor(input => input.Note).MaximumLength(PayerProof.NoteLength).WithMessage(_ => texts["payments.proof.note.long", PayerProof.NoteLength]);
        }
    }
}
