using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

internal sealed class ChangePassword(StoreDb db, SendCode send, ProvePerson prove, SetPassword set) : ProvenPage(db, send, prove)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (await RefuseAsync(Input) is { } refused) return refused;
        if (await RefuseUnprovenAsync() is { } unproven) return unproven;
        await set.RunAsync(Person.Id, Input.Password!, await SessionStore.CodeOfAsync(HttpContext), Cancel);
        return LocalRedirect("/me/account");
    }

    public sealed class Form
    {
        public string? Password { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Password).IsNewPassword(texts);
    }
}
