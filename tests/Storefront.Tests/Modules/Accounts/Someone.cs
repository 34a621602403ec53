using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>A person with a name, number, mailbox and street that stand nowhere else, signed up and signed in through the real pages.</summary>
internal sealed record Someone(Visitor Visitor, long Id, string Name, string Phone, string Email, string Street)
{
    public const string Password = "a quiet valley";
    private static int _next;

    /// <summary>What must not be found any more.</summary>
    public IReadOnlyList<string> Texts => [Name, Phone, Email, Street];

    /// <summary>Words beside the picture of a transfer.</summary>
    public string Note => Name + " sent it";

    public static async Task<Someone> SignUpAsync(StoreApp app)
    {
        var number = Interlocked.Increment(ref _next);
        var visitor = app.NewVisitor("en");
        var (name, email, phone, street) = ($"Quillon{number}Zephyrine", $"quillon{number}@zephyrine.example", People.NewPhone(), $"Xanthe{number}lane 7");
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-up"), new { Input__Name = name, Input__Email = email, Input__Password = Password });
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await app.CodeSentToAsync(email) });
        await visitor.SubmitAsync(await visitor.GetAsync("/me/account/phone"), new { Input__Phone = phone, Proof__Password = Password });
        await visitor.SubmitAsync(await visitor.GetAsync("/me/account/code"), new { Input__Code = await app.CodeSentToAsync(phone) });
        var id = await app.ReadAsync(db => db.Accounts.Where(account => account.PhoneNumber == phone && account.Email == email).Select(account => account.Id).SingleAsync());
        return new(visitor, id, name, phone, email, street);
    }
}
