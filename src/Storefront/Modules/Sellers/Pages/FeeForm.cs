using FluentValidation;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages;

/// <summary>How a helper is thanked, as typed: percent with up to two decimals, or yuan a line.</summary>
internal abstract class FeeForm
{
    private const int MostPercent = 50_00;
    private const int MostALine = 100_00;

    public FeeKind? Fee { get; set; }

    public string? Amount { get; set; }

    /// <summary>Basis points, or fen: both are the hundredth part of what is typed. Null: not understood, nothing, or too much.</summary>
    public int? Value => Fee switch
    {
        FeeKind.None => 0,
        FeeKind.Percent => Read(MostPercent),
        FeeKind.PerLine => Read(MostALine),
        _ => null,
    };

    private int? Read(int most) => Money.TryParseYuan(Amount?.Trim().TrimEnd('%', '％'), out var read) && read.Fen > 0 && read.Fen <= most ? (int)read.Fen : null;

    internal abstract class Rules<T> : AbstractValidator<T>
        where T : FeeForm
    {
        protected void FeeRules(Texts texts, Func<T, bool> when)
        {
            RuleFor(input => input.Fee).Must(fee => fee is not null && Enum.IsDefined(fee.Value)).When(when).WithMessage(_ => texts["family.fee.missing"]);
            RuleFor(input => input.Amount).Must((input, _) => input.Value is not null).When(input => when(input) && input.Fee is FeeKind.Percent or FeeKind.PerLine).WithMessage(input => texts[$"family.fee.wrong.{input.Fee}"]);
        }
    }
}
