using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>One delivery address, new or known.</summary>
internal sealed class EditAddress(ISavedAddresses addresses, SaveAddress save, IRegions regions) : StorePage
{
    private const string New = "new";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsNew => Code == New;

    public async Task<IActionResult> OnGetAsync()
    {
        if (IsNew) return Page();
        if ((await addresses.ListAsync(User.AccountId!.Value, Cancel)).FirstOrDefault(saved => saved.Code == Code) is not { } known) return NotFound();
        Input = new() { Name = known.Address.Name, Phone = known.Address.Phone, RegionCode = known.Address.RegionCode, Street = known.Address.Street, IsDefault = known.IsDefault };
        return Page();
    }

    public Task<IActionResult> OnPostRegionAsync() => ShowAgainAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var written = new Address(Input.Name!.Trim(), Phone.Read(Input.Phone)!, Input.RegionCode!, regions.FullName(Input.RegionCode!)!, Input.Street!.Trim());
        return await save.RunAsync(User.AccountId!.Value, IsNew ? null : Code, written, Input.IsDefault, Cancel) switch
        {
            SaveAddress.Outcome.Unknown => NotFound(),
            SaveAddress.Outcome.TooMany => await RefuseAsync("", Texts["accounts.addresses.too_many", SavedAddress.Most]),
            _ => LocalRedirect("/me/addresses"),
        };
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? RegionCode { get; set; }

        public string? Street { get; set; }

        public bool IsDefault { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts, IRegions regions)
        {
            RuleFor(input => input.Name).IsName(texts);
            RuleFor(input => input.Phone).IsPhone(texts);
            RuleFor(input => input.RegionCode).Must(code => regions.IsPlace(code)).WithMessage(_ => texts["accounts.addresses.region.missing"]);
            RuleFor(input => input.Street).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => texts["accounts.addresses.street.missing"])
                .MaximumLength(SavedAddress.StreetLength).WithMessage(_ => texts["accounts.name.long", SavedAddress.StreetLength]);
        }
    }
}
