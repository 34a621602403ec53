using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>Where the money goes. Only the owner; a number that is there already stays when the field is left empty.</summary>
internal sealed class PayoutStep(MyApplication applications, PayoutDesk payouts) : ApplyPage(applications)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override Step Step => Steps.Payout;

    public IEnumerable<SelectListItem> Kinds => Choices<PayoutKind>("sellers.payout.");

    public string NumberHint => Shop!.Payout is { } account ? Texts["sellers.payout.number.now", account.Masked] : Texts["sellers.payout.number.hint"];

    protected override ShopRight Right => ShopRight.PayoutAccount;

    public void OnGet()
    {
        if (Shop!.Payout is { } account) Input = new() { Kind = account.Kind, Holder = account.Holder };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var (kind, holder, number) = (Input.Kind!.Value, Input.Holder!.Trim(), Tidy(Input.Number));
        if (number is null && Shop!.Payout?.Kind != kind) return await RefuseAsync("Input.Number", Texts["sellers.payout.number.missing"]);
        if (number is null) Shop!.Payout!.Rename(holder);
        else Shop!.PayTo(kind, holder, number, payouts.Seal);
        return await KeepAsync();
    }

    private static string? Tidy(string? number) => string.IsNullOrWhiteSpace(number) ? null : string.Concat(number.Where(letter => !char.IsWhiteSpace(letter)));

    public sealed class Form
    {
        public PayoutKind? Kind { get; set; }

        public string? Holder { get; set; }

        public string? Number { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const int ShortestCard = 12;
        private const int LongestCard = 25;
        private const int ShortestName = 4;

        public Validator(Texts texts)
        {
            RuleFor(input => input.Kind).NotNull().WithMessage(_ => texts["sellers.payout.kind.missing"]).IsInEnum().WithMessage(_ => texts["sellers.payout.kind.missing"]);
            RuleFor(input => input.Holder).NotEmpty().WithMessage(_ => texts["sellers.payout.holder.missing"]).MaximumLength(PayoutAccount.HolderLength).WithMessage(_ => texts["sellers.payout.holder.length"]);
            RuleFor(input => input.Number).Must((input, number) => Tidy(number) is not { } tidy || Fits(input.Kind, tidy)).WithMessage(_ => texts["sellers.payout.number.wrong"]);
        }

        private static bool Fits(PayoutKind? kind, string number) => kind == PayoutKind.Bank
            ? number.Length is >= ShortestCard and <= LongestCard && number.All(char.IsAsciiDigit)
            : number.Length is >= ShortestName and <= PayoutAccount.NumberLength;
    }
}
