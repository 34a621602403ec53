using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Sandbox.Pages;

/// <summary>The page of the imaginary bank: its visitor decides what the bank does.</summary>
internal sealed class ChargePage(SandboxBank bank, SandboxPost post, SandboxGateway gateway) : StorePage
{
    public const string Pay = "pay";
    public const string Decline = "decline";
    public const string Late = "late";
    public const string Twice = "twice";
    public const string Never = "never";

    public Charge Charge { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string charge) => await FindAsync(charge) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string charge)
    {
        if (!await FindAsync(charge)) return NotFound();
        if (await RefuseAsync(Input) is { } refused) return refused;
        await ActAsync(charge);
        return Redirect(Charge.ReturnUrl.AbsoluteUri);
    }

    private async Task<bool> FindAsync(string code)
    {
        if (gateway.Problems.Count > 0 || await bank.FindByCodeAsync(code, Cancel) is not { } found) return false;
        Charge = found;
        return true;
    }

    /// <summary>A charge that is decided already changes no more; its notice was sent when it was decided.</summary>
    private async Task ActAsync(string code)
    {
        var changed = Input.Act switch
        {
            Decline => await bank.DeclineAsync(code, Cancel),
            Never => await bank.SilenceAsync(code, Cancel),
            _ => await bank.PayAsync(code, late: Input.Act == Late, Cancel),
        };
        if (changed is null || Input.Act is Late or Never) return;
        await post.DeliverAsync(changed, CancellationToken.None);
        if (Input.Act == Twice) await post.DeliverAsync(changed, CancellationToken.None);
    }

    public sealed class Form
    {
        public string? Act { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) =>
            RuleFor(input => input.Act).Must(act => act is Pay or Decline or Late or Twice or Never).WithMessage(_ => texts["payments.sandbox.choose"]);
    }
}
