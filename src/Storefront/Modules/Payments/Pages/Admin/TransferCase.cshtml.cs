using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages.Admin;

/// <summary>One transfer and the one thing that is to be written down of it now: what came, what was sent back of a wrong sum, or a refund that was sent.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class TransferCase(StoreDb db, RecordTransfer record, IDocuments documents) : StorePage
{
    /// <summary>The shop's code of a refund that was sent.</summary>
    [FromQuery(Name = "refund")]
    public string? Refund { get; set; }

    /// <summary>A wrong sum was sent back.</summary>
    [FromQuery(Name = "back")]
    public bool Back { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Reasoned Why { get; set; } = new();

    public Transfer Transfer { get; private set; } = null!;

    public TransferMove? Asked => Transfer.Moves.FirstOrDefault(move => move.Refund is { } code && code == Refund && move.DoneAt is null);

    /// <summary>What the form is for; null: there is nothing to be written.</summary>
    public MoveKind? Kind => this switch
    {
        { Refund: not null } => Asked is null ? null : MoveKind.Refund,
        { Back: true } => Transfer.MayReturn ? MoveKind.Return : null,
        _ => Transfer.MayReceive ? MoveKind.Receipt : null,
    };

    public async Task<IActionResult> OnGetAsync(string code) => await FindAsync(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await FindAsync(code)) return NotFound();
        if (Kind is not { } kind) return await RefuseAsync("", Texts["payments.transfers.gone"]);
        if (kind != MoveKind.Receipt) Input.Amount = Transfer.Amount.ToYuan();
        if (await RefuseAsync(Input) is { } refused) return refused;
        await using var upload = Input.Proof!.OpenReadStream();
        // A paper of the books: it must outlive the account of whoever wrote it down.
        // From here on to the end, or who hangs up in between leaves a file that nobody counts.
        var kept = await documents.SaveAsync(upload, accountId: null, CancellationToken.None);
        if (kept.Code is not { } proof) return await RefuseAsync("Input.Proof", Texts[kept.Refusal.TextKey()]);
        return await DoAsync(code, ActOf(kind, proof), CancellationToken.None);
    }

    /// <summary>A refund that cannot be sent.</summary>
    public async Task<IActionResult> OnPostUnsendableAsync(string code)
    {
        if (!await FindAsync(code)) return NotFound();
        if (Asked is null) return await RefuseAsync("", Texts["payments.transfers.gone"]);
        return await RefuseAsync(Why, nameof(Why)) ?? await DoAsync(code, new RecordTransfer.Act.Refusal(Refund!, Why.Reason!.Trim(), User.AccountId!.Value), Cancel);
    }

    private async Task<IActionResult> DoAsync(string code, RecordTransfer.Act act, CancellationToken cancel) => await record.RunAsync(code, act, cancel)
        ? LocalRedirect($"/admin/payments/offline/{code}")
        : await RefuseAsync("", Texts["payments.transfers.gone"]);

    private RecordTransfer.Act ActOf(MoveKind kind, string proof)
    {
        var by = User.AccountId!.Value;
        return kind switch
        {
            MoveKind.Refund => new RecordTransfer.Act.Refund(Refund!, proof, by),
            MoveKind.Return => new RecordTransfer.Act.Return(proof, by),
            _ => new RecordTransfer.Act.Receipt(Money.TryParseYuan(Input.Amount, out var sum) ? sum : throw new FormatException($"'{Input.Amount}' passed the validator and is no sum."), proof, by),
        };
    }

    private async Task<bool> FindAsync(string code)
    {
        var found = await db.Transfers.AsNoTracking()
            .Include(transfer => transfer.Moves.OrderBy(move => move.Id)).Include(transfer => transfer.Proofs.OrderBy(proof => proof.Id)).AsSplitQuery().FirstOrDefaultAsync(transfer => transfer.Code == code, Cancel);
        if (found is not null) Transfer = found;
        return found is not null;
    }

    public sealed class Form
    {
        public string? Amount { get; set; }

        public IFormFile? Proof { get; set; }
    }

    public sealed class Reasoned
    {
        public string? Reason { get; set; }
    }

    internal sealed class ReasonedValidator : AbstractValidator<Reasoned>
    {
        public ReasonedValidator(Texts texts) => RuleFor(input => input.Reason)
            .Must(text => text?.Trim().Length is > 0 and <= PaymentAttempt.WhyLength).WithMessage(_ => texts["payments.transfers.error.reason", PaymentAttempt.WhyLength]);
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Amount).Must(text => Money.TryParseYuan(text, out var sum) && !sum.IsZero).WithMessage(_ => texts["payments.transfers.error.amount"]);
            RuleFor(input => input.Proof).Must(file => file is { Length: > 0 }).WithMessage(_ => texts["payments.transfers.error.proof"]);
        }
    }
}
