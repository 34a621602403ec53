using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>The person's name, and the language of pages and messages.</summary>
internal sealed class Profile(StoreDb db) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Languages => Texts.Languages.Select(language => new SelectListItem(Texts.In(language, "site.language"), language));

    public async Task OnGetAsync()
    {
        var me = User.AccountId;
        Input = await db.Accounts.Where(account => account.Id == me).Select(account => new Form { Name = account.Name, Language = account.Language }).SingleAsync(Cancel);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var me = User.AccountId;
        await db.WriteAsync(async cancel =>
        {
            var account = await db.Accounts.SingleAsync(account => account.Id == me, cancel);
            account.Name = Input.Name!.Trim();
            account.Language = Input.Language!;
        }, Cancel);
        // The language link is what sets the reader's language.
        return LocalRedirect("/me" + QueryString.Create("lang", Input.Language!));
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Language { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.Name).IsName(texts);
            RuleFor(input => input.Language).Must(language => Texts.Languages.Contains(language)).WithMessage(_ => texts["accounts.language.missing"]);
        }
    }
}
