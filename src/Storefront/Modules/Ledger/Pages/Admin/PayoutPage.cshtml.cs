using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>One payout: left out of its draft, marked paid with proof, booked back, or asked back from the vendor that sent it.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class PayoutPage(StoreDb db, DecidePayout decide, Balances balances, PayoutNames names, IDocuments documents, IRemittances remittances) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Reasoned Input { get; set; } = new();

    [BindProperty]
    public Slip Sent { get; set; } = new();

    public PayoutLine Line { get; private set; } = null!;

    public string Payee { get; private set; } = "";

    public Money Available { get; private set; }

    /// <summary>Null where it goes by the bank and was never tried otherwise.</summary>
    public RemittanceCard? Remittance { get; private set; }

    public IReadOnlyList<PayoutAct> Acts => [.. DecidePayout.Acts(Line).Where(act => act != PayoutAct.Reverse || Remittance is { IsReturning: false })];

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostExcludeAsync() => GiveReasonAsync(PayoutAct.Exclude);

    public Task<IActionResult> OnPostReverseAsync() => GiveReasonAsync(PayoutAct.Reverse);

    public Task<IActionResult> OnPostReturnedAsync() => GiveReasonAsync(PayoutAct.Returned);

    public async Task<IActionResult> OnPostPaidAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Sent, nameof(Sent)) is { } refused) return refused;
        if (!Line.MaySettle) return await RefuseAsync("", Texts["ledger.payout.late"]);
        await using var upload = Sent.Proof!.OpenReadStream();
        // A paper of the books: it must outlive the account of whoever sent the money.
        // From here on to the end, or who hangs up in between leaves a file that nobody counts.
        var proof = await documents.SaveAsync(upload, accountId: null, CancellationToken.None);
        if (proof.Code is not { } picture) return await RefuseAsync("Sent.Proof", Texts[proof.Refusal.TextKey()]);
        var isDone = await documents.PlaceAsync(
            picture, async () => await decide.RunAsync(Code, new(PayoutAct.Paid, Sent.Reference!.Trim(), picture), CancellationToken.None) == DecidePayout.Outcome.Done, done => done);
        return await AnswerAsync(isDone);
    }

    protected override Task LoadAsync() => FindAsync();

    private async Task<IActionResult> GiveReasonAsync(PayoutAct act)
    {
        if (!await FindAsync()) return NotFound();
        return await RefuseAsync(Input) ?? await AnswerAsync(await decide.RunAsync(Code, new(act, Input.Reason!.Trim()), Cancel) == DecidePayout.Outcome.Done);
    }

    private async Task<IActionResult> AnswerAsync(bool isDone) => isDone
        ? LocalRedirect($"/admin/money/payouts/{Line.Batch.Code}")
        : await RefuseAsync("", Texts["ledger.payout.late"]);

    private async Task<bool> FindAsync()
    {
        if (await db.PayoutLines.AsNoTracking().Include(line => line.Batch).FirstOrDefaultAsync(line => line.Code == Code, Cancel) is not { } found) return false;
        Line = found;
        Payee = (await names.ReadAsync([found], Cancel))(found);
        Available = found.IsToHelper ? (await balances.OfHelperAsync(found.HelperId, Cancel)).Available : (await balances.OfShopAsync(found.ShopId, Cancel)).Available;
        Remittance = await remittances.FindAsync(found.Code, Cancel);
        return true;
    }

    public sealed class Reasoned
    {
        public string? Reason { get; set; }
    }

    public sealed class Slip
    {
        public string? Reference { get; set; }

        public IFormFile? Proof { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Reasoned>
    {
        public Validator(Texts texts) => RuleFor(input => input.Reason).NotEmpty().WithMessage(_ => texts["ledger.payout.reason.missing"])
            .MaximumLength(PayoutLine.ReasonLength).WithMessage(_ => texts["ledger.reason.long", PayoutLine.ReasonLength]);
    }

    internal sealed class SlipValidator : AbstractValidator<Slip>
    {
        public SlipValidator(Texts texts)
        {
            RuleFor(input => input.Reference).NotEmpty().WithMessage(_ => texts["ledger.payout.reference.missing"])
                .MaximumLength(PayoutLine.ReferenceLength).WithMessage(_ => texts["ledger.reason.long", PayoutLine.ReferenceLength]);
            RuleFor(input => input.Proof).NotNull().WithMessage(_ => texts["ledger.payout.proof.missing"]);
        }
    }
}
