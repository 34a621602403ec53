using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>The shop's settings: what it says of itself, closed season, and whose hands work in it.</summary>
internal sealed class Me(StoreDb db, MyShopDesk mine, IAccounts accounts, RestShop rest, AddMember add, IPageCache cache) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<Hand> Hands { get; private set; } = [];

    public IReadOnlyList<ShopCard> Others { get; private set; } = [];

    public bool IsOwner => Hands.Any(hand => hand.AccountId == User.AccountId && hand.Role == MemberRole.Owner);

    public IEnumerable<SelectListItem> Roles =>
        new[] { MemberRole.Family, MemberRole.Helper }.Select(role => new SelectListItem(Texts[$"sellers.role.{role}"], role.ToString()));

    private long Account => User.AccountId!.Value;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRestAsync(bool pause)
    {
        var shop = await mine.GetAsync(Cancel);
        await rest.RunAsync(shop.Id, Account, pause, Cancel);
        await cache.EvictAsync($"shop:{shop.Code}");
        return LocalRedirect("/sell/me");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var shop = await mine.GetAsync(Cancel);
        return await add.RunAsync(shop.Id, Account, Input.Login!.Trim(), Input.Role!.Value, Cancel) switch
        {
            AddMember.Outcome.NotOwner => Forbid(),
            AddMember.Outcome.NoAccount => await RefuseAsync("Input.Login", Texts["sellers.members.unknown"]),
            AddMember.Outcome.AlreadyIn => await RefuseAsync("Input.Login", Texts["sellers.members.already"]),
            _ => LocalRedirect("/sell/me"),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(string member)
    {
        await LoadAsync();
        if (!IsOwner) return Forbid();
        await db.WriteAsync(cancel => db.ShopMembers.Where(hand => hand.ShopId == Shop.Id && hand.Code == member && hand.Role != MemberRole.Owner).ExecuteDeleteAsync(cancel), Cancel);
        return LocalRedirect("/sell/me");
    }

    protected override async Task LoadAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        Others = [.. (await mine.AllAsync(Cancel)).Where(other => other.Id != Shop.Id)];
        var members = await db.ShopMembers.AsNoTracking().Where(member => member.ShopId == Shop.Id).OrderBy(member => member.Id)
            .Select(member => new { member.Code, member.AccountId, member.Role, member.AddedAt }).ToListAsync(Cancel);
        var known = await accounts.FindManyAsync([.. members.Select(member => member.AccountId)], Cancel);
        Hands = [.. members.Select(member => new Hand(member.Code, member.AccountId, known.GetValueOrDefault(member.AccountId)?.Name ?? "", member.Role, member.AddedAt))];
    }

    public sealed record Hand(string Code, long AccountId, string Name, MemberRole Role, DateTime AddedAt);

    public sealed class Form
    {
        public string? Login { get; set; }

        public MemberRole? Role { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Login).NotEmpty().WithMessage(_ => texts["sellers.members.login.missing"]);
            RuleFor(input => input.Role).Must(role => role is MemberRole.Family or MemberRole.Helper).WithMessage(_ => texts["sellers.members.role.missing"]);
        }
    }
}
