using FluentValidation;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

/// <summary>A reviewer's decision. What stops or delays a seller carries words that say why.</summary>
internal sealed class DecisionForm
{
    public ReviewAct? Act { get; set; }

    public int Version { get; set; }

    public string? Field { get; set; }

    public string? Words { get; set; }

    internal sealed class Validator : AbstractValidator<DecisionForm>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Act).NotNull().WithMessage(_ => texts["sellers.case.act.missing"]).IsInEnum().WithMessage(_ => texts["sellers.case.act.missing"]);
            RuleFor(input => input.Field).Must(field => Steps.Fields.Contains(field!)).When(input => input.Act == ReviewAct.Ask).WithMessage(_ => texts["sellers.case.field.missing"]);
            RuleFor(input => input.Words).NotEmpty().WithMessage(_ => texts["sellers.case.words.missing"])
                .When(input => input.Act is ReviewAct.Ask or ReviewAct.Reject or ReviewAct.Suspend or ReviewAct.Close or ReviewAct.RefusePaper);
            RuleFor(input => input.Words).MaximumLength(Shop.ReasonLength).WithMessage(_ => texts["sellers.case.words.length"]);
        }
    }
}
