using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>What the person proves with; one of the two is enough.</summary>
internal sealed class Proof
{
    public string? Password { get; set; }

    public string? Code { get; set; }
}

/// <summary>A page of one's own that asks again who is there, before it does something that cannot be taken back.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
internal abstract class ProvenPage(StoreDb db, SendCode send, ProvePerson prove) : StorePage
{
    [BindProperty]
    public Proof Proof { get; set; } = new();

    public Account Person { get; private set; } = null!;

    /// <summary>A code was sent just now.</summary>
    public bool CodeSent { get; private set; }

    /// <summary>Where codes go, masked.</summary>
    public string Reach => Masked(Person.Reach.Target, Person.Reach.Address);

    public static string Masked(CodeTarget target, string address) => target == CodeTarget.Phone ? Phone.Masked(address) : Mailbox.Masked(address);

    /// <summary>Sends a code and shows the page again with everything typed.</summary>
    public async Task<IActionResult> OnPostSendAsync()
    {
        await LoadAsync();
        var outcome = await send.RunAsync(new(CodePurpose.Proof, Person.Reach.Target, Person.Reach.Address, Person.Id), Cancel);
        if (RefusalOf(outcome) is { } refusal) return await RefuseAsync("Proof.Code", refusal);
        CodeSent = true;
        return await ShowAgainAsync();
    }

    protected override async Task LoadAsync()
    {
        var me = User.AccountId;
        Person = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == me, Cancel);
    }

    /// <summary>Null once the person is proven; otherwise the page to answer with. A right code is used up: ask this last.</summary>
    protected async Task<IActionResult?> RefuseUnprovenAsync() =>
        await prove.RunAsync(Person, Proof.Password, EnterCode.Digits(Proof.Code), Cancel) switch
        {
            ProvePerson.Verdict.Proven => null,
            ProvePerson.Verdict.Missing => await RefuseAsync(Person.PasswordHash is null ? "Proof.Code" : "Proof.Password", Texts["accounts.proof.missing"]),
            ProvePerson.Verdict.WrongPassword => await RefuseAsync("Proof.Password", Texts["accounts.proof.wrong_password"]),
            ProvePerson.Verdict.WrongCode => await RefuseAsync("Proof.Code", Texts["accounts.code.wrong"]),
            _ => await RefuseAsync("Proof.Code", Texts["accounts.code.dead"]),
        };

    protected string? RefusalOf(SendCode.Outcome outcome) => outcome.Refusal == SendCode.Refusal.None ? null : Texts[SignInStep.RefusalKey(outcome.Refusal)].Value;
}
