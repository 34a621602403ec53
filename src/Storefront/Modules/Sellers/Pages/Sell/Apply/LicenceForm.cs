using FluentValidation;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>What is asked about a paper. A number that fails its check digit is not refused here: it warns.</summary>
internal sealed class LicenceForm
{
    public LicenceKind? Kind { get; set; }

    public List<string> Covers { get; set; } = [];

    public string? Number { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public IFormFile? Document { get; set; }

    /// <summary>Stands for a photo that has arrived already.</summary>
    public string? Ticket { get; set; }

    internal sealed class Validator : AbstractValidator<LicenceForm>
    {
        public Validator(Texts texts, TimeProvider clock)
        {
            RuleFor(input => input.Kind).NotNull().WithMessage(_ => texts["sellers.kind.missing"]).IsInEnum().WithMessage(_ => texts["sellers.kind.missing"]);
            RuleFor(input => input.Covers).NotEmpty().WithMessage(_ => texts["sellers.covers.missing"]);
            When(input => input.Kind is not (null or LicenceKind.NoneNeeded), () =>
            {
                RuleFor(input => input.Number).NotEmpty().WithMessage(_ => texts["sellers.number.missing"])
                    .Must(number => number is null || LicenceNumber.Tidy(number).Length <= Licence.NumberLength).WithMessage(_ => texts["sellers.number.length"]);
                RuleFor(input => input.Issuer).MaximumLength(Licence.IssuerLength).WithMessage(_ => texts["sellers.issuer.length"]);
                RuleFor(input => input.Issuer).NotEmpty().When(input => input.Kind == LicenceKind.Workshop).WithMessage(_ => texts["sellers.issuer.missing"]);
                RuleFor(input => input.ExpiresOn).NotNull().When(input => input.Kind != LicenceKind.Business).WithMessage(_ => texts["sellers.expires.missing"]);
                RuleFor(input => input.ExpiresOn).Must(day => day is null || day >= LocalTime.Today(clock)).WithMessage(_ => texts["sellers.expires.past"]);
            });
        }
    }
}
