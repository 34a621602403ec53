using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>Corrections of what shops have available, each a journal of its own with a reason.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Adjustments(StoreDb db, AdjustBalance adjust, IShops shops) : StorePage
{
    public const int LongestReason = 200;
    private const int ShortestReason = 10;

    internal enum Way { Give, Take }

    internal sealed record Row(DateTime At, string Shop, Money Amount, string Reason);

    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public IEnumerable<SelectListItem> Directions => Enum.GetValues<Way>().Select(way => new SelectListItem(Texts[$"ledger.adjust.{way}"], $"{way}"));

    public IEnumerable<SelectListItem> Pairs => Enum.GetValues<AdjustmentPair>().Select(pair => new SelectListItem(Texts[$"ledger.pair.{pair}"], $"{pair}"));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        _ = Money.TryParseYuan(Input.Amount, out var amount);
        var adjustment = new AdjustBalance.Adjustment(Input.Shop!.Trim(), Input.Direction == Way.Take ? -amount : amount, Input.Pair!.Value, Input.Reason!.Trim());
        return await adjust.RunAsync(adjustment, Cancel)
            ? LocalRedirect("/admin/money/adjustments")
            : await RefuseAsync("Input.Shop", Texts["ledger.shop.unknown"]);
    }

    protected override async Task LoadAsync()
    {
        var rows = (await db.Journals.AsNoTracking().Where(journal => journal.Kind == JournalKind.Adjustment).OrderByDescending(journal => journal.Id)
            .Select(journal => new { journal.At, journal.ShopId, journal.Reason, Sum = journal.Lines.Sum(line => line.Mine.Fen) })
            .Take(Number, Paging.Size).ToListAsync(Cancel)).ToPage(Number, Paging.Size);
        var names = await shops.FindManyAsync([.. rows.Items.Select(row => row.ShopId!.Value).Distinct()], Cancel);
        List = rows.Map(row => new Row(row.At, names.GetValueOrDefault(row.ShopId!.Value)?.Name ?? "", new(row.Sum), row.Reason));
    }

    internal sealed class Form
    {
        public string? Shop { get; set; }

        public Way? Direction { get; set; }

        public string? Amount { get; set; }

        public AdjustmentPair? Pair { get; set; }

        public string? Reason { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Shop).NotEmpty().WithMessage(_ => texts["ledger.shop.missing"]);
            RuleFor(input => input.Direction).NotNull().WithMessage(_ => texts["ledger.adjust.direction.missing"]).IsInEnum().WithMessage(_ => texts["ledger.adjust.direction.missing"]);
            RuleFor(input => input.Amount).Must(text => Money.TryParseYuan(text, out var amount) && !amount.IsZero).WithMessage(_ => texts["ledger.adjust.amount.wrong"]);
            RuleFor(input => input.Pair).NotNull().WithMessage(_ => texts["ledger.adjust.pair.missing"]).IsInEnum().WithMessage(_ => texts["ledger.adjust.pair.missing"]);
            RuleFor(input => input.Reason).Must(text => text?.Trim().Length is >= ShortestReason and <= LongestReason).WithMessage(_ => texts["ledger.adjust.reason.wrong", ShortestReason, LongestReason]);
        }
    }
}
