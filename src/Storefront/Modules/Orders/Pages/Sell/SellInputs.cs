using System.Globalization;
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

    /// <summary>What is in it, by line in the lines' order; nothing said: everything that waits.</summary>
    public List<string?> Pieces { get; set; } = [];

    /// <summary>Null: everything.</summary>
    public IReadOnlyList<int>? Packed => Pieces.Count == 0 ? null : Pieces.ConvertAll(pieces => Count(pieces) ?? 0);

    /// <summary>Everything that waits is in it until somebody says otherwise.</summary>
    public void Show(Order order)
    {
        foreach (var line in order.Lines.OrderBy(line => line.Id).Skip(Pieces.Count)) Pieces.Add(line.Left.ToString(CultureInfo.InvariantCulture));
    }

    private static int? Count(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    internal sealed partial class Validator : AbstractValidator<ParcelInput>
    {
        public Validator(Texts texts)
        {
            RuleFor(parcel => parcel.Waybill).Must(waybill => waybill is not null && Shape.IsMatch(waybill.Trim())).WithMessage(_ => texts["orders.waybill.wrong", Parcel.WaybillLength]);
            RuleForEach(parcel => parcel.Pieces).Must(pieces => Count(pieces) is not null).WithMessage(_ => texts["orders.refund.pieces.wrong"]);
        }

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
