using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>Invites somebody by phone number. For a helper the owner first reads, on a second look at the same page, the very words that are agreed to.</summary>
[May(ShopRight.Members)]
internal sealed class Invite(IMyShop mine, IAccounts accounts, InviteMember invite) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ShopCard Shop { get; private set; } = null!;

    /// <summary>What the owner is asked to agree to; null: nothing has been asked yet.</summary>
    public ReadWords? Words { get; private set; }

    public static IReadOnlyList<MemberRole> Choices { get; } = [MemberRole.Family, MemberRole.Helper];

    public IEnumerable<SelectListItem> Roles => Choices.Select(role => new SelectListItem(Texts[$"family.invite.{role}"], role.ToString()));

    public Task OnGetAsync() => LoadAsync();

    /// <param name="later">The owner will agree later, or on paper.</param>
    /// <param name="again">The owner has read it and wants other terms.</param>
    public async Task<IActionResult> OnPostAsync(bool later, bool again)
    {
        if (again) return await ShowAgainAsync();
        if (await RefuseAsync(Input) is { } refused) return refused;
        await LoadAsync();
        var phone = Phone.Read(Input.Phone)!;
        if (Input.Role == MemberRole.Family) return await SendAsync(phone, words: null);
        Words = Texts.Words(Texts["family.person.phone", Phone.Masked(phone)], Shop.Name, Input.Fee!.Value, Input.Value!.Value);
        if (later) return await SendAsync(phone, words: null);
        if (Input.Read == Words.Text) return await SendAsync(phone, Words);
        Input.Read = Words.Text;
        return await ShowAgainAsync();
    }

    protected override async Task LoadAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        ModelState.Remove("Input.Read");
    }

    private async Task<IActionResult> SendAsync(string phone, ReadWords? words)
    {
        var me = (await accounts.FindAsync(User.AccountId!.Value, Cancel))!;
        return await invite.RunAsync(new(Shop, me.Name, phone, Input.Role!.Value, Input.Fee ?? FeeKind.None, Input.Value ?? 0, words), me.Id, Cancel) switch
        {
            InviteMember.Outcome.Sent => LocalRedirect("/sell/members?sent=true"),
            InviteMember.Outcome.TooMany => await RefuseAsync("Input.Phone", Texts["family.invite.too_many"]),
            InviteMember.Outcome.OtherHelper => await RefuseAsync("Input.Fee", Texts["family.other_helper"]),
            _ => await RefuseAsync("Input.Phone", Texts["family.invite.not_sent"]),
        };
    }

    internal sealed class Form : FeeForm
    {
        public string? Phone { get; set; }

        public MemberRole? Role { get; set; }

        /// <summary>The words as they were shown: only these are agreed to.</summary>
        public string? Read { get; set; }
    }

    internal sealed class Validator : FeeForm.Rules<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Phone).Must(phone => Storefront.Shared.Phone.Read(phone) is not null).WithMessage(_ => texts["family.phone.wrong"]);
            RuleFor(input => input.Role).Must(role => role is MemberRole.Family or MemberRole.Helper).WithMessage(_ => texts["family.role.missing"]);
            FeeRules(texts, input => input.Role == MemberRole.Helper);
        }
    }
}
