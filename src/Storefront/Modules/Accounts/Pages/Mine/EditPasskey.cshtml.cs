using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>One passkey: another name for it, or an end to it.</summary>
internal sealed class EditPasskey(StoreDb db, SendCode send, ProvePerson prove, RenamePasskey rename, RemovePasskey remove) : ProvenPage(db, send, prove)
{
    private readonly StoreDb _db = db;

    [BindProperty]
    public Form Input { get; set; } = new();

    public PasskeyCard Passkey { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var code = RouteData.Values["code"] as string;
        if ((await _db.PasskeysOfAsync(User.AccountId!.Value, Cancel)).FirstOrDefault(passkey => passkey.Code == code) is not { } passkey)
        {
            context.Result = NotFound();
            return;
        }
        Passkey = passkey;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        return await rename.RunAsync(Passkey, Input.Name!.Trim(), Cancel) ? LocalRedirect("/me/passkeys") : await RefuseAsync("", Texts["passkeys.late"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await LoadAsync();
        if (await RefuseUnprovenAsync() is { } unproven) return unproven;
        await remove.RunAsync(Person, Passkey, await SessionStore.CodeOfAsync(HttpContext), Cancel);
        return LocalRedirect("/me/passkeys");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Input.Name ??= Passkey.Name;
    }

    public sealed class Form
    {
        public string? Name { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Name).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage(_ => texts["passkeys.name.missing"])
            .MaximumLength(PasskeySets.NameLength).WithMessage(_ => texts["passkeys.name.long", PasskeySets.NameLength]);
    }
}
