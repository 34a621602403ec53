using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Demo;

/// <summary>The demo market's helper comes into a shop with its grower's consent, and the grower gets a private link that nobody has seen.</summary>
internal sealed class LetDemoHelperIn(StoreDb db, IAccounts accounts, Texts texts, TimeProvider clock)
{
    private const int FivePercent = 500;

    public async Task RunAsync(Shop shop, long owner, string helperPhone, CancellationToken cancel)
    {
        var helper = await accounts.FindByLoginAsync(helperPhone, cancel) ?? throw new InvalidOperationException($"The demo market knows nobody with the phone {helperPhone}.");
        var by = new Signature(owner, clock.GetUtcNow().UtcDateTime);
        shop.Admit(helper.Id, MemberRole.Helper, by);
        var words = texts.Words(texts.Person(helper), shop.Name, FeeKind.Percent, FivePercent);
        var consent = new HelperConsent(shop.Id, helper.Id, FeeKind.Percent, FivePercent, words, by);
        consent.Give(words, by);
        db.Add(consent);
        db.Add(new StatementLink(shop.Id, Code.NewSecret(), by));
    }
}
