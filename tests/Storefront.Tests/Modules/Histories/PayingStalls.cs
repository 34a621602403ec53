using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data.Providers.Sqlite;
using Storefront.Data.Providers.SqlServer;
using Storefront.Modules.Sellers;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using SellerSigned = Storefront.Modules.Sellers.Model.Signature;

namespace Storefront.Tests.Modules.Histories;

/// <summary>Stalls whose shops are paid out, at once and to the last fen, in a program that can be made to die.</summary>
public sealed class PayingStalls : Stalls
{
    private readonly Guillotine _guillotine;

    public PayingStalls()
        : this(new Guillotine()) { }

    private PayingStalls(Guillotine guillotine)
        : base(["Ledger:HoldDays=0", "Ledger:MinimumPayout=1"], services =>
        {
            if (TestDatabase.IsSqlServer) services.ConfigureDbContext<SqlServerStoreDb>(options => options.AddInterceptors(guillotine));
            else services.ConfigureDbContext<SqliteStoreDb>(options => options.AddInterceptors(guillotine));
        }) => _guillotine = guillotine;

    /// <summary>An approved shop with an account for payouts.</summary>
    internal async Task<Shop> OpenPayableShopAsync()
    {
        var (_, opened) = await OpenShopAsync();
        await App.RunAsync<IServiceProvider, bool>(async services =>
        {
            var (db, desk) = (services.GetRequiredService<Storefront.Data.StoreDb>(), services.GetRequiredService<PayoutDesk>());
            var shop = await db.Shops.Include(shop => shop.Payout).SingleAsync(shop => shop.Id == opened.Id);
            shop.PayTo(PayoutKind.Bank, "叶老三", "6222021234567890", desk.Seal);
            await db.SaveChangesAsync();
            return true;
        });
        return opened;
    }

    /// <summary>One helper, with an account for fees, sells for these shops from now on.</summary>
    internal async Task ThankAsync(IEnumerable<Shop> shops)
    {
        var (_, id, _) = await App.SignedInAsync("en");
        var account = new FeeAccount { AccountId = id };
        await App.RunAsync<PayoutDesk, bool>(desk => { account.Set(PayoutKind.Alipay, "帮手小陈", "13900001111", desk.Seal); return Task.FromResult(true); });
        await App.WriteAsync(db =>
        {
            db.Add(account);
            foreach (var shop in shops)
            {
                var (by, words) = (new SellerSigned(id, App.Clock.GetUtcNow().UtcDateTime), new ReadWords("en", "1", "I agree."));
                var consent = new HelperConsent(shop.Id, id, FeeKind.Percent, 777, words, by);
                consent.Give(words, by);
                db.Add(consent);
            }
            return Task.FromResult(account);
        });
    }

    /// <summary>Runs until its end or its death at one of the next commits.</summary>
    internal async Task<bool> DiesAsync(int commits, bool after, Func<Task> work)
    {
        _guillotine.Raise(commits, after);
        try
        {
            await work();
            return _guillotine.Lower();
        }
        catch (OperationCanceledException) when (_guillotine.Lower())
        {
            return true;
        }
    }
}
