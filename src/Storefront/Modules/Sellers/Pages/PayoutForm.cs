using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages;

/// <summary>Where money goes, as typed. A number that is there already stays when the field is left empty.</summary>
internal abstract class PayoutForm
{
    public PayoutKind? Kind { get; set; }

    public string? Holder { get; set; }

    public string? Number { get; set; }

    public static IEnumerable<SelectListItem> Kinds(Texts texts) => Enum.GetValues<PayoutKind>().Select(kind => new SelectListItem(texts[$"sellers.payout.{kind}"], kind.ToString()));

    /// <summary>The account as it is to be; <paramref name="now"/> is what there is. False: the number is missing.</summary>
    public bool Fill(MoneyTarget? now, Action<PayoutKind, string, string> set)
    {
        var (kind, holder, number) = (Kind!.Value, Holder!.Trim(), MoneyTarget.Tidy(Number));
        if (number is not null) set(kind, holder, number);
        else if (now?.Kind == kind) now.Rename(holder);
        else return false;
        return true;
    }

    internal abstract class Rules<T> : AbstractValidator<T>
        where T : PayoutForm
    {
        protected Rules(Texts texts)
        {
            RuleFor(input => input.Kind).NotNull().WithMessage(_ => texts["sellers.payout.kind.missing"]).IsInEnum().WithMessage(_ => texts["sellers.payout.kind.missing"]);
            RuleFor(input => input.Holder).NotEmpty().WithMessage(_ => texts["sellers.payout.holder.missing"]).MaximumLength(MoneyTarget.HolderLength).WithMessage(_ => texts["sellers.payout.holder.length"]);
            RuleFor(input => input.Number).Must((input, number) => MoneyTarget.Tidy(number) is not { } tidy || MoneyTarget.Fits(input.Kind, tidy)).WithMessage(_ => texts["sellers.payout.number.wrong"]);
        }
    }
}
