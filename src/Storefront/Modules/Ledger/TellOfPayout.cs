using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Tells whom a payout is for, the members of the shop or the helper, that it was sent or has come back.</summary>
internal sealed class TellOfPayout(IShops shops, INotices notices)
{
    public async Task RunAsync(PayoutLine line, PayoutAct act, Money sum, string words, CancellationToken cancel)
    {
        IReadOnlyList<long> told = line.IsToHelper ? [line.HelperId] : await shops.MembersAsync(line.ShopId, cancel);
        foreach (var person in told) notices.Stage(person, $"ledger.notice.{act}", [sum.ToString(), words], line.IsToHelper ? "/me/fees" : "/sell/money", Topic.PayoutSent);
    }
}
