using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>Another mailbox: it counts once the code that is sent there has been typed.</summary>
internal sealed class ChangeEmail(StoreDb db, SendCode send, ProvePerson prove, SignInTrail trail) : NewLoginPage(db, send, prove, trail)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await RefuseAsync(Input) ?? await SendToAsync(CodeTarget.Email, Mailbox.Read(Input.Email)!, "Input.Email");
    }

    public sealed class Form
    {
        public string? Email { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Email).IsEmail(texts);
    }
}
