using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Load.Bench;
using Storefront.Load.Servers;
using Storefront.Load.Verify;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Gateways.Sandbox.Pages;
using Storefront.Modules.Payments.Model;

namespace Storefront.Load.Crash;

/// <summary>
/// Kills the shop with signal 9 at random moments while guests buy, pay and cancel, until enough has been paid and killed; then lets it settle and asks
/// whether everything that was acknowledged is there and every invariant holds.
/// </summary>
internal sealed class KillLoop(string folder, int payments, int kills, int clients)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(100);

    private readonly Acknowledged _acknowledged = new();
    private int _killed;

    public static async Task<int> RunAsync(string[] settings)
    {
        var said = new ConfigurationBuilder().AddCommandLine(settings).Build();
        var scratch = Directory.CreateTempSubdirectory("storefront-kill-").FullName;
        try
        {
            await Market.MakeAsync(scratch, said.GetValue("products", 40));
            return await new KillLoop(scratch, said.GetValue("payments", 200), said.GetValue("kills", 60), said.GetValue("clients", 6)).RunAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<int> RunAsync()
    {
        var products = await AskAsync(db => db.Products.Select(product => product.Code).ToListAsync());
        for (; _killed < kills || _acknowledged.Answered.Count < payments; _killed++) await LiveAndDieAsync(products);
        await using (await Child.StartAsync("shop", folder, "--Jobs:DelaySeconds=0")) await Task.Delay(Settling);
        Console.WriteLine(
            $"{_killed} kills; {_acknowledged.Placed.Count} orders, {_acknowledged.Answered.Count} answers of the bank and {_acknowledged.Cancelled.Count} cancellations acknowledged; {_acknowledged.CutOffs} visitors cut off");
        var lost = await LostAsync();
        foreach (var one in lost) Console.WriteLine("LOST: " + one);
        var holds = await VerifyDatabase.RunAsync(["--STOREFRONT_DATA=" + folder]) == 0;
        return lost.Count == 0 && holds ? 0 : 1;
    }

    private async Task LiveAndDieAsync(IReadOnlyList<string> products)
    {
        var shop = await Child.StartAsync("shop", folder, "--Jobs:DelaySeconds=0");
        var shopper = new Shopper(shop.Address, products, _acknowledged);
        using var life = new CancellationTokenSource(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(200, 6_000)));
        var visitors = Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (!life.IsCancellationRequested) await shopper.BuyAsync();
        })).ToList();
        await Task.Delay(Timeout.Infinite, life.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await shop.DisposeAsync();
        await Task.WhenAll(visitors);
    }

    /// <summary>Acknowledged, and not there: an order, money that paid, a cancellation with its money back.</summary>
    private async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        var attempts = await AskAsync(db => db.PaymentAttempts.AsNoTracking().Include(attempt => attempt.Payment).ToDictionaryAsync(attempt => attempt.Code));
        var orders = (await AskAsync(db => db.Orders.AsNoTracking().ToListAsync())).ToLookup(order => order.CheckoutCode);
        var refunds = (await AskAsync(db => db.Refunds.AsNoTracking().Include(refund => refund.Payment).ToListAsync())).ToLookup(refund => refund.Payment.Code);
        lost.AddRange(_acknowledged.Placed.Where(attempt => !attempts.ContainsKey(attempt)).Select(attempt => $"order of attempt {attempt}"));
        foreach (var (attempt, answer) in _acknowledged.Answered)
        {
            if (answer is ChargePage.Decline || !attempts.TryGetValue(attempt, out var found)) continue;
            if (found.State != AttemptState.Paid) lost.Add($"{answer} of attempt {attempt}: it is {found.State}");
        }
        foreach (var attempt in _acknowledged.Cancelled.Where(attempts.ContainsKey))
        {
            var checkout = attempts[attempt].Payment.Code;
            if (orders[checkout].Any(order => order.State != OrderState.Cancelled)) lost.Add($"cancellation of attempt {attempt}");
            if (refunds[checkout].All(refund => refund.State != RefundState.Succeeded)) lost.Add($"refund of attempt {attempt}");
        }
        return lost;
    }

    private async Task<T> AskAsync<T>(Func<StoreDb, Task<T>> question)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddData(new() { Folder = folder });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<StoreDb>());
    }
}
