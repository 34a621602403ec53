using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>The code that was sent to a new phone or mailbox.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
internal sealed class ConfirmLogin(StoreDb db, MoveLogin move, SignInTrail trail) : StorePage
{
    private SignInCode? _sent;

    [BindProperty]
    public EnterCode.Form Input { get; set; } = new();

    public bool ToPhone => _sent!.Target == CodeTarget.Phone;

    public string Address => ProvenPage.Masked(_sent!.Target, _sent.Address);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (ticket, me) = (trail.Read().Ticket, User.AccountId);
        _sent = ticket is null ? null : await db.SignInCodes.AsNoTracking()
            .FirstOrDefaultAsync(code => code.Ticket == ticket && code.Purpose == CodePurpose.NewLogin && code.AccountId == me, Cancel);
        if (_sent is null) context.Result = LocalRedirect("/me/account");
        else await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        switch (await move.RunAsync(User.AccountId!.Value, _sent!.Ticket, EnterCode.Digits(Input.Code), Cancel))
        {
            case MoveLogin.Outcome.Wrong: return await RefuseAsync("Input.Code", Texts["accounts.code.wrong"]);
            case MoveLogin.Outcome.Dead: return await RefuseAsync("Input.Code", Texts["accounts.code.dead"]);
            case MoveLogin.Outcome.Taken: return await RefuseAsync("", Texts["accounts.login.taken"]);
        }
        trail.Clear();
        return LocalRedirect("/me/account");
    }
}
