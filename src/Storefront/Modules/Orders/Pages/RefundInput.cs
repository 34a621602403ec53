using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages;

/// <summary>The form that gives a part of an order back: pieces and freight, or a sum, and why.</summary>
internal sealed class RefundInput
{
    /// <summary>By line, in the lines' order.</summary>
    public List<string?> Pieces { get; set; } = [];

    public bool Freight { get; set; }

    /// <summary>Yuan, instead of pieces.</summary>
    public string? Sum { get; set; }

    public string? Reason { get; set; }

    public bool Restock { get; set; } = true;

    /// <summary>The order it is about, with its refunds; set by the page before it is shown.</summary>
    [BindNever, ValidateNever]
    public Order? Order { get; private set; }

    [BindNever, ValidateNever]
    public RefundParts Left { get; private set; } = new([], Money.Zero);

    /// <summary>True while something can be given back.</summary>
    public bool IsOpen => Order is { IsPaid: true } && Left.Sum > Money.Zero;

    private bool HasPieces => Pieces.Any(pieces => Count(pieces) > 0);

    public void Show(Order order)
    {
        (Order, Left) = (order, Refundable.Of(order).All);
        while (Pieces.Count < Left.Lines.Count) Pieces.Add(null);
    }

    public static IEnumerable<SelectListItem> UpTo(int most) =>
        Enumerable.Range(0, most + 1).Select(count => count.ToString(CultureInfo.InvariantCulture)).Select(count => new SelectListItem(count, count));

    public RefundOrder.Request ToRequest() => new(
        [.. Pieces.Select(pieces => Count(pieces) ?? 0)], Freight, Money.TryParseYuan(Sum, out var sum) && sum > Money.Zero ? sum : null, Reason!.Trim(), Restock);

    /// <summary>Null for what is no number of pieces.</summary>
    private static int? Count(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    internal sealed class Validator : AbstractValidator<RefundInput>
    {
        public Validator(Texts texts)
        {
            RuleForEach(input => input.Pieces).Must(pieces => Count(pieces) is not null).WithMessage(_ => texts["orders.refund.pieces.wrong"]);
            RuleFor(input => input.Sum)
                .Must(sum => string.IsNullOrWhiteSpace(sum) || (Money.TryParseYuan(sum, out var money) && money > Money.Zero)).WithMessage(_ => texts["orders.refund.sum.wrong"])
                .Must((input, sum) => string.IsNullOrWhiteSpace(sum) || !(input.HasPieces || input.Freight)).WithMessage(_ => texts["orders.refund.both"])
                .Must((input, sum) => !string.IsNullOrWhiteSpace(sum) || input.HasPieces || input.Freight).WithMessage(_ => texts["orders.refund.nothing"]);
            RuleFor(input => input.Reason)
                .NotEmpty().WithMessage(_ => texts["orders.reason.missing"])
                .MaximumLength(OrderMove.ReasonLength).WithMessage(_ => texts["orders.reason.long", OrderMove.ReasonLength]);
        }
    }
}
