using System.Text.Json;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Gateways.Sandbox.Pages;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>The imaginary bank: it lives and dies with the shop, its book does not.</summary>
internal sealed class SandboxSide(string folder) : IFarSide
{
    private static readonly string[] Acts = [ChargePage.Pay, ChargePage.Pay, ChargePage.Twice, ChargePage.Late, ChargePage.Decline];

    public string Gateway => SandboxGateway.Name;

    public IReadOnlyList<string> Settings => [];

    public bool Owns(Uri link) => link.AbsolutePath.StartsWith("/sandbox/", StringComparison.Ordinal);

    /// <summary>The link may be of an earlier life, on another port.</summary>
    public async Task<bool?> PayAsync(Visitor buyer, Uri shop, Uri link, string attempt)
    {
        var act = Chance.Pick(Acts);
        var page = await buyer.GetAsync(new Uri(shop, link.AbsolutePath).AbsoluteUri);
        if (page.Page.QuerySelector("main form") is null || (await buyer.SubmitAsync(page, new { Input__Act = act })).Location is null) return null;
        return (await BookAsync()).Any(charge => charge.Attempt == attempt && charge.IsPaid);
    }

    public Task StormAsync(CancellationToken life) => Task.CompletedTask;

    public async Task<IReadOnlyList<Charged>> BookAsync()
    {
        var path = Path.Combine(folder, "sandbox", "charges.jsonl");
        if (!File.Exists(path)) return [];
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        var charges = lines.Select(Read).OfType<Charge>().GroupBy(charge => charge.Attempt, StringComparer.Ordinal).Select(versions => versions.Last());
        return [.. charges.Select(charge => new Charged(charge.Attempt, charge.Fen, charge.State == ChargeState.Paid, charge.Refunds))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Null for a line that a death has cut off, as the bank itself reads it.</summary>
    private static Charge? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Charge>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
