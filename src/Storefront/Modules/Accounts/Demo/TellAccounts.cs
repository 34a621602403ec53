using Storefront.Shared;

namespace Storefront.Modules.Accounts.Demo;

/// <summary>Says who can sign in to the demo market, each line in every language.</summary>
internal sealed class TellAccounts(Texts texts) : IGreeting
{
    public IEnumerable<string> Lines =>
    [
        Say("accounts.demo.password", People.Password),
        .. People.All.Where(person => person.Part is not null).Select(person => $"  {person.Phone}  {Say($"accounts.demo.{person.Part}")}"),
        Say("accounts.demo.second"),
    ];

    private string Say(string key, params object[] arguments) => string.Join(" · ", Texts.Languages.Select(language => texts.In(language, key, arguments)));
}
