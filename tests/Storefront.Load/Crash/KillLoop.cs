using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Load.Servers;
using Storefront.Load.Verify;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Load.Crash;

/// <summary>
/// Kills the shop with signal 9 at random moments while guests buy, pay, receive and cancel, sellers send and give back, and finance pays out, until enough
/// has been paid, given back and killed; then lets it settle and asks whether everything that was acknowledged is there, whether the banks' books are ours,
/// and whether every invariant holds.
/// </summary>
internal sealed class KillLoop(string folder, KillLoop.Measure measure, Staff staff, IReadOnlyList<IFarSide> sides)
{
    /// <summary>Pauses between questions to a bank grow; nothing that was lost comes back later than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly Acknowledged _acknowledged = new();
    private readonly ConcurrentQueue<string> _underway = [];
    private int _killed;

    /// <param name="Life">The longest time that a shop lives, in seconds.</param>
    internal sealed record Measure(int Payments, int Kills, int Clients, int Life)
    {
        public static Measure Read(IConfiguration said) => new(said.GetValue("payments", 200), said.GetValue("kills", 60), said.GetValue("clients", 6), said.GetValue("life", 6));
    }

    private string[] Settings => ["--Jobs:DelaySeconds=0", "--Ledger:HoldDays=0", "--Ledger:MinimumPayout=1", .. sides.SelectMany(side => side.Settings)];

    private bool IsEnough => _killed >= measure.Kills && _acknowledged.Answers >= measure.Payments && _acknowledged.GoneBack >= measure.Payments;

    public static async Task<int> RunAsync(string[] settings)
    {
        var said = new ConfigurationBuilder().AddCommandLine(settings).Build();
        var scratch = Directory.CreateTempSubdirectory("storefront-kill-").FullName;
        var sides = new List<IFarSide> { new SandboxSide(scratch) };
        if (said["vendor"] == "alipay") sides.Add(await AlipaySide.OpenAsync());
        try
        {
            var staff = await Staff.HireAsync(scratch, said.GetValue("products", 40));
            return await new KillLoop(scratch, Measure.Read(said), staff, sides).RunAsync();
        }
        finally
        {
            foreach (var side in sides) await side.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<int> RunAsync()
    {
        var products = await AskAsync(db => db.Products.Select(product => product.Code).ToListAsync());
        List<Desk> desks = [.. staff.Sellers.Select(session => new SellerDesk(session, _acknowledged)), new FinanceDesk(staff.Finance, _acknowledged)];
        for (; !IsEnough; _killed++) await LiveAndDieAsync(products, desks);
        var settling = Stopwatch.StartNew();
        var lost = await SettleAsync();
        var book = await BookAsync();
        Console.WriteLine($"{_killed} kills; {_acknowledged}");
        Console.WriteLine($"banks: {book.Count} charges, {book.Count(charge => charge.IsPaid)} paid, {book.Sum(charge => charge.Refunds.Count)} refunds; settled after {settling.Elapsed.TotalSeconds:0} s");
        foreach (var one in lost) Console.WriteLine("LOST: " + one);
        var holds = await VerifyDatabase.RunAsync(["--STOREFRONT_DATA=" + folder]) == 0;
        return lost.Count == 0 && holds ? 0 : 1;
    }

    private async Task LiveAndDieAsync(IReadOnlyList<string> products, IReadOnlyList<Desk> desks)
    {
        var shop = await Child.StartAsync("shop", folder, Settings);
        var shopper = new Shopper(shop.Address, products, sides, _underway, _acknowledged);
        using var life = new CancellationTokenSource();
        var people = Enumerable.Range(0, measure.Clients).Select(_ => RepeatAsync(shopper.LiveAsync, life.Token))
            .Concat(desks.Select(desk => RepeatAsync(() => desk.WorkAsync(shop.Address), life.Token)))
            .Concat(sides.Select(side => side.StormAsync(life.Token))).ToList();
        await Task.Delay(Chance.Between(200, measure.Life * 1_000), CancellationToken.None);
        await life.CancelAsync();
        await shop.DisposeAsync();
        await Task.WhenAll(people);
    }

    private static Task RepeatAsync(Func<Task> work, CancellationToken life) => Task.Run(
        async () =>
        {
            while (!life.IsCancellationRequested) await work();
        },
        CancellationToken.None);

    /// <summary>Lives in peace until nothing is missing any more, or nobody would wait longer. What is missing then.</summary>
    private async Task<IReadOnlyList<string>> SettleAsync()
    {
        await using var shop = await Child.StartAsync("shop", folder, Settings);
        var since = Stopwatch.StartNew();
        while (true)
        {
            var lost = await LostAsync();
            if (lost.Count == 0 || since.Elapsed > Patience) return lost;
            await Task.Delay(Look);
        }
    }

    private async Task<IReadOnlyList<string>> LostAsync()
    {
        var book = await BookAsync();
        return await AskAsync(async db => (IReadOnlyList<string>)[.. await Losses.FindAsync(db, _acknowledged), .. await BankBooks.CompareAsync(db, book)]);
    }

    private async Task<IReadOnlyList<Charged>> BookAsync() => [.. (await Task.WhenAll(sides.Select(side => side.BookAsync()))).SelectMany(book => book)];

    private async Task<T> AskAsync<T>(Func<StoreDb, Task<T>> question)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddData(new() { Folder = folder });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<StoreDb>());
    }
}
