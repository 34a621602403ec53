using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>Commission rules, all that ever were, and a form for the next.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Commission(StoreDb db, SetCommission set, IShops shops, IOptions<LedgerOptions> options) : StorePage
{
    private const int PointsOfPercent = 100;
    private IReadOnlyDictionary<long, ShopCard> _shops = new Dictionary<long, ShopCard>();

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Fallback => options.Value.CommissionBasisPoints;

    public Page<CommissionRule> List { get; private set; } = Page<CommissionRule>.Empty;

    public IEnumerable<SelectListItem> Scopes => Enum.GetValues<RuleScope>().Select(scope => new SelectListItem(Texts[$"ledger.scope.{scope}"], $"{scope}"));

    public IEnumerable<SelectListItem> Kinds => Categories.Keys.Select(key => new SelectListItem(Texts[$"catalog.category.{key}"], key)).Prepend(new("", ""));

    public static string Percent(int basisPoints) => ((decimal)basisPoints / PointsOfPercent).ToString("0.##", CultureInfo.InvariantCulture);

    public string NameOf(long shop) => _shops.GetValueOrDefault(shop)?.Name ?? "";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var scope = Input.Scope!.Value;
        var about = scope switch { RuleScope.Category => Input.Category, RuleScope.Shop => Input.Shop!.Trim(), _ => null };
        return await set.RunAsync(new(scope, about, Form.PointsOf(Input.Percent)!.Value, Input.From!.Value), Cancel)
            ? LocalRedirect("/admin/money/commission")
            : await RefuseAsync("Input.Shop", Texts["ledger.shop.unknown"]);
    }

    protected override async Task LoadAsync()
    {
        var rules = await db.CommissionRules.AsNoTracking().OrderByDescending(rule => rule.Id).Take(Number, Paging.Size).ToListAsync(Cancel);
        List = rules.ToPage(Number, Paging.Size);
        _shops = await shops.FindManyAsync([.. List.Items.Where(rule => rule.ShopId is not null).Select(rule => rule.ShopId!.Value).Distinct()], Cancel);
    }

    internal sealed class Form
    {
        public RuleScope? Scope { get; set; }

        public string? Category { get; set; }

        public string? Shop { get; set; }

        public string? Percent { get; set; }

        public DateOnly? From { get; set; }

        /// <summary>"5", "5.5" or "5.25%" in basis points; null for anything else and for more than the whole.</summary>
        public static int? PointsOf(string? percent) =>
            decimal.TryParse(percent?.Trim().TrimEnd('%', '％').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * PointsOfPercent is >= 0 and <= LedgerOptions.Whole && decimal.Truncate(value * PointsOfPercent) == value * PointsOfPercent
                ? (int)(value * PointsOfPercent)
                : null;
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts, TimeProvider clock)
        {
            RuleFor(input => input.Scope).NotNull().WithMessage(_ => texts["ledger.commission.scope.missing"]).IsInEnum().WithMessage(_ => texts["ledger.commission.scope.missing"]);
            RuleFor(input => input.Category).Must(key => Categories.Keys.Contains(key)).When(input => input.Scope == RuleScope.Category).WithMessage(_ => texts["ledger.commission.category.missing"]);
            RuleFor(input => input.Shop).NotEmpty().When(input => input.Scope == RuleScope.Shop).WithMessage(_ => texts["ledger.shop.missing"]);
            RuleFor(input => input.Percent).Must(text => Form.PointsOf(text) is not null).WithMessage(_ => texts["ledger.commission.percent.wrong"]);
            RuleFor(input => input.From).NotNull().WithMessage(_ => texts["ledger.commission.from.missing"])
                .Must(day => day >= LocalTime.Today(clock)).WithMessage(_ => texts["ledger.commission.from.past"]);
        }
    }
}
