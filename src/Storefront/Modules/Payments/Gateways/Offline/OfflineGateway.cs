using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Offline;

/// <summary>Bank transfer or cash. The payer reads what to do; the market's people write down what came, and their book speaks to the shop as a vendor would.</summary>
internal sealed class OfflineGateway(ITransferBook book, IOptionsMonitor<OfflineOptions> options) : IPaymentGateway
{
    private const string Section = "Payments:Offline";
    private const string Reference = "{reference}";
    private const string Amount = "{amount}";
    private const int MostHours = 14 * 24;

    /// <summary>A kept step writes six characters for a Chinese one.</summary>
    private const int MostWords = 400;
    private static readonly Reply Accepted = new(StatusCodes.Status200OK, "text/plain", "received");
    private static readonly Reply Refused = new(StatusCodes.Status400BadRequest, "text/plain", "refused");

    public string Key => ITransferBook.Gateway;

    public TimeSpan? TimeToPay => TimeSpan.FromHours(options.CurrentValue.Hours);

    public IReadOnlyList<string> Problems => [.. Texts.Languages.Select(Problem).OfType<string>(), .. options.CurrentValue.Hours is > 0 and <= MostHours ? [] : new[] { $"{Section}:Hours must be 1 to {MostHours}." }];

    public bool Fits(Device device) => true;

    public WayToPay Way(Device device) => WayToPay.Wait;

    public async Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel)
    {
        if (request.Sum.Currency != Sum.Yuan) return new StartVerdict.Refused("only CNY");
        if (await book.OpenAsync(request, cancel) is not { } reference) return new StartVerdict.Refused("the same attempt with another sum");
        var words = WordsFor(request.Payer.Language) ?? WordsFor(Texts.Languages[0]) ?? "";
        var filled = words.Replace(Reference, reference, StringComparison.Ordinal).Replace(Amount, request.Sum.Amount.ToString(), StringComparison.Ordinal);
        return new StartVerdict.Begun(new NextStep.Wait(filled), reference);
    }

    /// <summary>A notice is nothing but the secret code of an act in the book. What the act was is read there, so a forged one can tell nothing.</summary>
    public async Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel)
    {
        if (notice.Body.Length != Code.SecretLength) return new Received.Rejected("no code", Refused);
        var code = Encoding.UTF8.GetString(notice.Body.Span);
        return await book.HappenedAsync(code, cancel) is { } what
            ? new Received.Events([new(code, what)], JsonSerializer.Serialize(what), Accepted)
            : new Received.Rejected("nothing of this code happened", Refused);
    }

    public Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel) => book.QueryAsync(charge, cancel);

    public Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel) => book.CloseAsync(charge, cancel);

    public Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel) => book.RefundAsync(request, cancel);

    public Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel) => book.QueryRefundAsync(request, cancel);

    private string? WordsFor(string language) => options.CurrentValue.Instructions.TryGetValue(language, out var words) ? words : null;

    private string? Problem(string language) => WordsFor(language) switch
    {
        null or "" => $"{Section}:Instructions:{language} is missing.",
        { Length: > MostWords } => $"{Section}:Instructions:{language} must be at most {MostWords} characters.",
        var words when !words.Contains(Reference, StringComparison.Ordinal) => $"{Section}:Instructions:{language} must contain {Reference}, which tells the transfers apart.",
        _ => null,
    };
}
