using System.Net;
using Storefront.Modules.Payments.Gateways.Alipay;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>The strict server of the tests in this process: it survives every death of the shop, and tells it of money once, twice or never.</summary>
internal sealed class AlipaySide : IFarSide
{
    private static readonly Mood[] Moods =
        [Mood.Fine, Mood.Fine, Mood.Fine, Mood.Fine, Mood.Fine, Mood.Fine, Mood.Down, Mood.DownAfterwards, Mood.Dropped, Mood.DroppedAfterwards, Mood.Garbage];

    private readonly AlipayFarSide _far = new(new TestClock());
    private readonly HttpClient _wire = new();

    public string Gateway => AlipayGateway.Name;

    public IReadOnlyList<string> Settings => [.. _far.Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    public static async Task<AlipaySide> OpenAsync()
    {
        var side = new AlipaySide();
        await side._far.StartAsync();
        return side;
    }

    public bool Owns(Uri link) => link.Authority == _far.Address.Authority;

    public async Task<bool?> PayAsync(Visitor buyer, Uri shop, Uri link, string attempt)
    {
        if ((await buyer.GetAsync(link.AbsoluteUri)).Status != HttpStatusCode.OK || !_far.TryPay(attempt)) return null;
        var notice = _far.Notice(attempt);
        await Task.WhenAll(Enumerable.Range(0, Chance.Between(0, 2)).Select(_ => TellAsync(shop, notice.Body.ToArray())));
        return true;
    }

    public async Task StormAsync(CancellationToken life)
    {
        while (!life.IsCancellationRequested)
        {
            _far.Mood = Chance.Pick(Moods);
            await Task.Delay(Chance.Between(20, 200), CancellationToken.None);
        }
        _far.Mood = Mood.Fine;
    }

    public Task<IReadOnlyList<Charged>> BookAsync() => Task.FromResult<IReadOnlyList<Charged>>(
        [.. _far.Trades.Select(trade => new Charged(trade.Number, trade.Fen, trade.IsPaid, trade.Refunds.ToDictionary()))]);

    public async ValueTask DisposeAsync()
    {
        _wire.Dispose();
        await _far.DisposeAsync();
        foreach (var complaint in _far.Complaints) Console.WriteLine("COMPLAINT: " + complaint);
    }

    /// <summary>Who is not there or does not listen is not told.</summary>
    private async Task TellAsync(Uri shop, byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            using var answer = await _wire.PostAsync(new Uri(shop, $"/pay/notices/{Gateway}"), content);
        }
        catch (Exception death) when (death is HttpRequestException or TaskCanceledException or IOException)
        {
            // Money was taken all the same.
        }
    }
}
