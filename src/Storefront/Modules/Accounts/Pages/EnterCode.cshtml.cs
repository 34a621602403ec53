using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>The code that was sent, for every way in that sends one.</summary>
internal sealed class EnterCode(StoreDb db, UseCode use, OpenSession open, ResendCode resend, SignInTrail trail, SendCode send) : SignInStep(send, trail)
{
    private SignInCode? _sent;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool ToPhone => _sent!.Target == CodeTarget.Phone;

    /// <summary>Masked: the page may be read over somebody's shoulder.</summary>
    public string Address => ToPhone ? Phone.Masked(_sent!.Address) : Mailbox.Masked(_sent!.Address);

    public bool IsDevelopment => HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    public string StartAgain => _sent!.Purpose switch
    {
        CodePurpose.SignUp => "/sign-up",
        CodePurpose.SecondFactor => "/sign-in/password",
        _ => ToPhone ? "/sign-in" : "/sign-in/email",
    } + Query;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var step = Trail.Read();
        ReturnUrl = step.ReturnUrl;
        _sent = step.Ticket is null ? null : await db.SignInCodes.AsNoTracking().FirstOrDefaultAsync(code => code.Ticket == step.Ticket, Cancel);
        if (_sent is null) context.Result = User.AccountId is null ? LocalRedirect("/sign-in" + Query) : Leave(ReturnUrl);
        else await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var outcome = await use.RunAsync(_sent!.Ticket, Digits(Input.Code), Cancel);
        switch (outcome.Verdict)
        {
            case UseCode.Verdict.Right:
                await open.RunAsync(outcome.Account!, SignInWay.Code);
                return Leave(ReturnUrl);
            case UseCode.Verdict.NeedsPassword:
                Trail.Write(new(null, _sent.Address, ReturnUrl));
                return LocalRedirect("/sign-in/password?" + "admin=true" + Query.Replace('?', '&'));
            default:
                return await RefuseAsync("Input.Code", Texts[$"accounts.code.{outcome.Verdict.ToString().ToLowerInvariant()}"]);
        }
    }

    public async Task<IActionResult> OnPostAgainAsync() => await resend.RunAsync(_sent!.Ticket, Cancel) switch
    {
        null => LocalRedirect(StartAgain),
        { } outcome when RefusalOf(outcome) is { } refusal => await RefuseAsync("", refusal),
        { } outcome => GoOn(outcome, ReturnUrl),
    };

    internal static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));

    public sealed class Form
    {
        public string? Code { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts) => RuleFor(input => input.Code).Must(typed => Digits(typed).Length == SignInCode.Digits).WithMessage(_ => texts["accounts.code.shape", SignInCode.Digits]);
    }
}
