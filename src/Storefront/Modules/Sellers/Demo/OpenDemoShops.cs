using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Demo;

/// <summary>Shops apply and the reviewer decides; some wait, one has to change something, one was refused.</summary>
internal sealed class OpenDemoShops(StoreDb db, IAccounts accounts, DraftDemoShop draft, SubmitShop submit, DecideShop decide, LetDemoHelperIn help) : IDemoStep
{
    private const string Reviewer = "13800000002";

    public int Order => 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        var drafts = new List<(DemoShop Wanted, Shop Shop, long Owner)>();
        foreach (var wanted in DemoShop.All)
        {
            var owner = await FindAsync(wanted.Owner, cancel);
            drafts.Add((wanted, await draft.RunAsync(wanted, owner.Id, owner.Name, cancel), owner.Id));
        }
        var reviewer = await FindAsync(Reviewer, cancel);
        await db.WriteAsync(async token =>
        {
            db.AddRange(drafts.Select(one => one.Shop));
            await db.SaveChangesAsync(token);
            foreach (var (wanted, shop, owner) in drafts) await ReviewAsync(wanted, shop, owner, reviewer.Id, token);
        }, cancel);
    }

    private async Task ReviewAsync(DemoShop wanted, Shop shop, long owner, long reviewer, CancellationToken cancel)
    {
        foreach (var helper in wanted.Helpers) await help.RunAsync(shop, owner, helper, cancel);
        Demand(await submit.RunAsync(shop.Id, owner, cancel), expected: true);
        if (wanted.Becomes == Fate.Waiting) return;
        var act = wanted.Becomes switch { Fate.Open => ReviewAct.Approve, Fate.Asked => ReviewAct.Ask, _ => ReviewAct.Reject };
        Demand(await decide.RunAsync(shop.Code, reviewer, new(act, shop.Version, wanted.Field, wanted.Words), cancel), DecideShop.Outcome.Done);
    }

    private async Task<AccountCard> FindAsync(string phone, CancellationToken cancel) =>
        await accounts.FindByLoginAsync(phone, cancel) ?? throw new InvalidOperationException($"The demo market knows nobody with the phone {phone}.");

    private static void Demand<T>(T outcome, T expected)
        where T : struct
    {
        if (!outcome.Equals(expected)) throw new InvalidOperationException($"A step of the demo market was answered with {outcome}, not {expected}.");
    }
}
