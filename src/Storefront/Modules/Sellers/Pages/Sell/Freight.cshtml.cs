using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>What the shop asks for sending, by how far a province is.</summary>
[May(ShopRight.Shop)]
internal sealed class Freight(IMyShop mine, IFreightTerms freight, IRegions regions, IPageCache cache) : StorePage
{
    private const int ProvinceDigits = 2;
    private static readonly int[] FirstWeights = [500, 1_000, 1_500, 2_000, 3_000, 5_000];

    public static readonly IReadOnlyList<FreightTier> Tiers = [FreightTier.Near, FreightTier.Usual, FreightTier.Remote, FreightTier.Farthest];

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery]
    public bool Saved { get; set; }

    public IReadOnlyList<(string Code, string Name)> Provinces => regions.Children("");

    public IEnumerable<SelectListItem> Weights => FirstWeights.Select(grams =>
        new SelectListItem(Texts["sellers.freight.grams", grams / 1_000m, grams / 500], grams.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Distances => Enum.GetValues<FreightTier>().Select(tier => new SelectListItem(Texts[$"sellers.freight.tier.{tier}"], tier.ToString()));

    public async Task OnGetAsync()
    {
        var shop = await mine.GetAsync(Cancel);
        var said = await freight.FindAsync(shop.Id, Cancel);
        Input = Form.Of(said ?? FreightTerms.Default, Provinces.Select(province => province.Code));
        // Before a shop has said anything, its own province is the near one.
        if (said is null && shop.RegionCode.Length >= ProvinceDigits) Input.Provinces[shop.RegionCode[..ProvinceDigits]] = FreightTier.Near;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var shop = await mine.GetAsync(Cancel);
        await freight.SaveAsync(shop.Id, Input.ToTerms([.. Provinces.Select(province => province.Code)]), Cancel);
        await cache.EvictAsync($"shop:{shop.Code}");
        return LocalRedirect("/sell/freight?saved=true");
    }

    /// <summary>A post that left fields out is shown with all of them.</summary>
    protected override Task LoadAsync()
    {
        foreach (var tier in Tiers) Input.Prices.TryAdd(tier, new());
        foreach (var (code, _) in Provinces) Input.Provinces.TryAdd(code, FreightTier.Usual);
        return Task.CompletedTask;
    }

    public sealed class Form
    {
        public int? FirstGrams { get; set; }

        public Dictionary<FreightTier, Price> Prices { get; set; } = [];

        public Dictionary<string, FreightTier> Provinces { get; set; } = [];

        public string? FreeFrom { get; set; }

        public bool FreeEverywhere { get; set; }

        public static Form Of(FreightTerms terms, IEnumerable<string> provinces) => new()
        {
            FirstGrams = terms.FirstGrams,
            Prices = terms.Prices.ToDictionary(price => price.Key, price => new Price { First = price.Value.First.ToYuan(), Further = price.Value.Further.ToYuan() }),
            Provinces = provinces.ToDictionary(code => code, code => terms.Provinces.GetValueOrDefault(code, FreightTier.Usual), StringComparer.Ordinal),
            FreeFrom = terms.FreeFrom?.ToYuan(),
            FreeEverywhere = terms.FreeEverywhere,
        };

        public FreightTerms ToTerms(IReadOnlyCollection<string> provinces) => new(
            FirstGrams!.Value,
            Tiers.ToDictionary(tier => tier, tier => new FreightPrice(Yuan(Prices[tier].First), Yuan(Prices[tier].Further))),
            Provinces.Where(province => provinces.Contains(province.Key)).ToDictionary(StringComparer.Ordinal),
            string.IsNullOrWhiteSpace(FreeFrom) ? null : Yuan(FreeFrom),
            FreeEverywhere);

        private static Money Yuan(string? text) => Money.TryParseYuan(text, out var money) ? money : throw new FormatException($"'{text}' passed the validator and is no sum.");
    }

    public sealed class Price
    {
        public string? First { get; set; }

        public string? Further { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const int MostYuan = 1_000;

        public Validator(Texts texts)
        {
            RuleFor(input => input.FirstGrams).Must(grams => grams is { } chosen && FirstWeights.Contains(chosen)).WithMessage(_ => texts["sellers.freight.error.weight"]);
            foreach (var tier in Tiers)
            {
                RuleFor(input => input.Prices.GetValueOrDefault(tier, new()).First).Must(IsPrice).OverridePropertyName($"Prices[{tier}].First").WithMessage(_ => texts["sellers.freight.error.money"]);
                RuleFor(input => input.Prices.GetValueOrDefault(tier, new()).Further).Must(IsPrice).OverridePropertyName($"Prices[{tier}].Further").WithMessage(_ => texts["sellers.freight.error.money"]);
            }
            RuleFor(input => input.FreeFrom).Must(text => string.IsNullOrWhiteSpace(text) || (Money.TryParseYuan(text, out var sum) && !sum.IsZero)).WithMessage(_ => texts["sellers.freight.error.free"]);
        }

        private static bool IsPrice(string? text) => Money.TryParseYuan(text, out var price) && price <= new Money(MostYuan * 100L);
    }
}
