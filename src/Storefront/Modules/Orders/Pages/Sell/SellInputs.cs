using System.Text.RegularExpressions;
using FluentValidation;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>The form of a parcel handed over.</summary>
internal sealed partial class ParcelInput
{
    /// <summary>Empty: tell it by the number.</summary>
    public string? Carrier { get; set; }

    public string? Waybill { get; set; }

    internal sealed partial class Validator : AbstractValidator<ParcelInput>
    {
        public Validator(Texts texts) => RuleFor(parcel => parcel.Waybill)
            .Must(waybill => waybill is not null && Shape.IsMatch(waybill.Trim())).WithMessage(_ => texts["orders.waybill.wrong", Parcel.WaybillLength]);

        [GeneratedRegex("^[A-Za-z0-9-]{5,32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
        private static partial Regex Shape { get; }
    }
}

/// <summary>Why a seller cancels.</summary>
internal sealed class WhyInput
{
    public string? Reason { get; set; }

    internal sealed class Validator : AbstractValidator<WhyInput>
    {
        public Validator(Texts texts) => RuleFor(why => why.Reason)
            .NotEmpty().WithMessage(_ => texts["orders.reason.missing"])
            .MaximumLength(OrderMove.ReasonLength).WithMessage(_ => texts["orders.reason.long", OrderMove.ReasonLength]);
    }
}
