using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Host;
using Storefront.Load.Bench;
using Storefront.Load.Servers;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Notifications.Channels.Development;
using Storefront.Modules.Sellers;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Load.Crash;

/// <summary>People who are signed in before the first death: their sessions must survive as everything else.</summary>
internal sealed partial record Staff(IReadOnlyList<CookieCollection> Sellers, CookieCollection Finance)
{
    private const string Password = "meadow-and-hive-42";

    /// <summary>A market whose shops have owners with an account for payouts, and somebody for its money.</summary>
    public static async Task<Staff> HireAsync(string folder, int products)
    {
        // Only there do second factors come to where a program can read them.
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        await using var app = Serve.Shop(folder, "--Jobs:Enabled=false");
        await app.PrepareAsync();
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var owners = new List<(long Id, string Phone)>();
        for (var shop = 0; shop * Market.PerShop < products; shop++) owners.Add(await NewPersonAsync(app.Services, $"1390000{shop:0000}"));
        // The market's shops belong to the first accounts, in their order.
        await Market.MakeAsync(folder, products);
        await OpenAccountsAsync(app.Services, [.. owners.Select(owner => owner.Id)]);
        var (_, finance) = await NewPersonAsync(app.Services, "13800000000", Policies.FinanceRole);
        var sellers = new List<CookieCollection>();
        foreach (var (_, phone) in owners) sellers.Add(await SignInAsync(app.Services, address, phone));
        return new(sellers, await SignInAsync(app.Services, address, finance));
    }

    private static async Task<(long Id, string Phone)> NewPersonAsync(IServiceProvider services, string phone, params string[] roles)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IDemoAccounts>().EnsureAsync(phone, $"p{phone}@example.com", "测试" + phone[^4..], Password, roles, default), phone);
    }

    private static async Task OpenAccountsAsync(IServiceProvider services, IReadOnlyList<long> owners)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<StoreDb>(), scope.ServiceProvider.GetRequiredService<PayoutDesk>());
        var shops = await db.Shops.Include(shop => shop.Members).Include(shop => shop.Payout).OrderBy(shop => shop.Id).ToListAsync();
        if (!shops.Select(shop => shop.Members[0].AccountId).SequenceEqual(owners)) throw new InvalidOperationException("The market's shops belong to somebody else.");
        foreach (var shop in shops) shop.PayTo(PayoutKind.Bank, "叶老三", "6222021234567890", desk.Seal);
        await db.SaveChangesAsync();
    }

    private static async Task<CookieCollection> SignInAsync(IServiceProvider services, Uri address, string phone)
    {
        var visitor = new Visitor(address, "en");
        var done = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/password"), new { Input__Login = phone, Input__Password = Password });
        if (done.Location == "/sign-in/code")
        {
            var sent = services.GetRequiredService<DevelopmentChannel>().Messages.First(message => message.Address == phone).Text;
            done = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/code"), new { Input__Code = SixDigits.Match(sent).Value });
        }
        if (done.Location is null) throw new InvalidOperationException($"{phone} could not sign in: {done.Text}");
        return visitor.Cookies.GetAllCookies();
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits { get; }
}
