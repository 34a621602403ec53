using FluentValidation;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Pages;

/// <summary>The form of the checkout.</summary>
internal sealed class PlaceInput
{
    public const int NameLength = 40;
    public const int StreetLength = 120;
    public const int NoteLength = 200;

    /// <summary>Name, phone and address as people keep them, in one piece.</summary>
    public string? Pasted { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? RegionCode { get; set; }

    public string? Street { get; set; }

    public string? Note { get; set; }

    public string? Gateway { get; set; }

    public bool Remember { get; set; } = true;

    /// <summary>The total in fen that the buyer was shown.</summary>
    public long? Total { get; set; }

    public string? Key { get; set; }

    public PlaceOrder.Request ToRequest(IRegions regions, long? buyerId) => new(
        Key!,
        new(Name!.Trim(), Storefront.Shared.Phone.Read(Phone)!, RegionCode!, regions.FullName(RegionCode!)!, Street!.Trim()),
        string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        Gateway!,
        Total is { } fen ? new Money(fen) : null,
        buyerId,
        Remember);

    internal sealed class Validator : AbstractValidator<PlaceInput>
    {
        public Validator(Texts texts, IRegions regions, IPayments payments)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["checkout.name.missing"])
                .MaximumLength(NameLength).WithMessage(_ => texts["checkout.too_long", NameLength]);
            RuleFor(input => input.Phone).Must(phone => Storefront.Shared.Phone.Read(phone) is not null).WithMessage(_ => texts["checkout.phone.wrong"]);
            RuleFor(input => input.RegionCode).Must(code => regions.IsPlace(code)).WithMessage(_ => texts["checkout.region.missing"]);
            RuleFor(input => input.Street).NotEmpty().WithMessage(_ => texts["checkout.street.missing"])
                .MaximumLength(StreetLength).WithMessage(_ => texts["checkout.too_long", StreetLength]);
            RuleFor(input => input.Note).MaximumLength(NoteLength).WithMessage(_ => texts["checkout.too_long", NoteLength]);
            RuleFor(input => input.Gateway).Must(gateway => gateway is not null && payments.Gateways.Contains(gateway)).WithMessage(_ => texts["checkout.gateway.missing"]);
            RuleFor(input => input.Key).Must(key => key is { Length: Code.SecretLength }).WithMessage(_ => texts["site.error.missing"]);
        }
    }
}
