using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>Where the goods come from. A reviewer has seen it, so a shop that trades does not change it alone.</summary>
internal sealed class PlaceStep(MyApplication applications, IRegions regions) : ApplyPage(applications)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override Step Step => Steps.Place;

    protected override bool StaysOpen => false;

    public void OnGet() => Input = new() { RegionCode = Shop!.RegionCode, Village = Shop.Village };

    /// <summary>Without scripts the picker asks for its next level: the same page with what was typed, nothing judged or saved.</summary>
    public Task<IActionResult> OnPostRegionAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        Shop!.Settle(Input.RegionCode!, regions.Origin(Input.RegionCode!)!, Input.Village!.Trim());
        return await KeepAsync();
    }

    public sealed class Form
    {
        public string? RegionCode { get; set; }

        public string? Village { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts, IRegions regions)
        {
            RuleFor(input => input.RegionCode).Must(regions.IsPlace).WithMessage(_ => texts["sellers.region.missing"]);
            RuleFor(input => input.Village).NotEmpty().WithMessage(_ => texts["sellers.village.missing"])
                .MaximumLength(Model.Shop.VillageLength).WithMessage(_ => texts["sellers.village.length"]);
        }
    }
}
