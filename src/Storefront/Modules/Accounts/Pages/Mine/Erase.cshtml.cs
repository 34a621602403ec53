using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>Says what goes, what stays and what has to be done first; then asks twice, and forgets the person.</summary>
internal sealed class Erase(StoreDb db, SendCode send, ProvePerson prove, EraseAccount erase, CloseSession close) : ProvenPage(db, send, prove)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Hindrance> First { get; private set; } = [];

    public string Say(Hindrance hindrance) => Texts[hindrance.TextKey, hindrance.About];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (First.Count > 0) return await RefuseAsync("", Texts["accounts.erase.first"]);
        if (await RefuseAsync(Input) is { } refused) return refused;
        if (await RefuseUnprovenAsync() is { } unproven) return unproven;
        // What is in the way now came up since the page was loaded: shown again, the page says what it is.
        if (await erase.RunAsync(Person.Id, Cancel) is not { Count: 0 }) return await RefuseAsync("", Texts["accounts.erase.late"]);
        await close.RunAsync();
        return LocalRedirect("/me?erased=true");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        First = await erase.FindHindrancesAsync(Person.Id, Cancel);
    }

    public sealed class Form
    {
        public bool Sure { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Sure).Equal(true).WithMessage(_ => texts["accounts.erase.unsure"]);
    }
}
