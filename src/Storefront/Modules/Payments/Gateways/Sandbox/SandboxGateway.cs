using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Storefront.Modules.Payments.Gateways.Sandbox;

/// <summary>Pays with imaginary money, for trying the shop and for tests. Never offered in Production.</summary>
internal sealed class SandboxGateway(SandboxBank bank, IHostEnvironment environment, IOptions<SandboxOptions> options) : IPaymentGateway
{
    public const string Name = "sandbox";
    public const string SignatureHeader = "Sandbox-Signature";
    public const string TimeHeader = "Sandbox-Time";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly Reply Accepted = new(StatusCodes.Status200OK, "text/plain", "received");
    private static readonly Reply Refused = new(StatusCodes.Status400BadRequest, "text/plain", "refused");

    public string Key => Name;

    public IReadOnlyList<string> Problems => environment.IsProduction() ? ["The sandbox moves no money and is never offered in Production."] : [];

    public bool Fits(Device device) => true;

    public WayToPay Way(Device device) => options.Value.ShowsCode ? WayToPay.Scan : WayToPay.Page;

    public async Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel)
    {
        if (await bank.OpenAsync(request, cancel) is not { } charge) return new StartVerdict.Refused("the same attempt with another sum");
        var page = new Uri(request.ReturnUrl, $"/sandbox/{charge.Code}");
        return new StartVerdict.Begun(options.Value.ShowsCode ? new NextStep.QrCode(page.AbsoluteUri) : new NextStep.Redirect(page), charge.Code);
    }

    public async Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel)
    {
        if (await ProblemAsync(notice, cancel) is { } problem) return new Received.Rejected(problem, Refused);
        if (SandboxNotice.Read(notice.Body.Span) is not { Status: "paid" or "declined" } said) return new Received.Ignored("another kind", Accepted);
        var status = said.Status == "paid" ? PaymentStatus.Paid : PaymentStatus.Failed;
        var seen = new PaymentSeen(said.Attempt, status, new(new(said.Amount), said.Currency), said.Charge);
        return new Received.Events([new(said.Id, seen)], Encoding.UTF8.GetString(notice.Body.Span), Accepted);
    }

    public async Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel)
    {
        if (await bank.FindAsync(charge.Attempt, cancel) is not { } found) return new(charge.Attempt, PaymentStatus.NotFound);
        var status = found switch
        {
            { Silent: true } => PaymentStatus.Unknown,
            { State: ChargeState.Paid } when bank.Admits(found) => PaymentStatus.Paid,
            { State: ChargeState.Declined } => PaymentStatus.Failed,
            { State: ChargeState.Closed } => PaymentStatus.Expired,
            _ => PaymentStatus.Waiting,
        };
        return new(charge.Attempt, status, found.Sum, found.Code);
    }

    /// <summary>Like some real banks it claims to have closed a payment that it will admit later.</summary>
    public async Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel)
    {
        if (await bank.FindAsync(charge.Attempt, cancel) is not { } found) return CloseVerdict.NotFound;
        if (found.Silent) return CloseVerdict.Unknown;
        var closed = await bank.CloseAsync(found.Code, cancel) ?? await bank.FindAsync(charge.Attempt, cancel);
        return closed is { State: ChargeState.Paid } && bank.Admits(closed) ? CloseVerdict.AlreadyPaid : CloseVerdict.Closed;
    }

    public async Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var moved = await bank.RefundAsync(request.Charge.Attempt, request.Refund, request.Sum, cancel);
        return new(request.Charge.Attempt, request.Refund, moved ? RefundStatus.Succeeded : RefundStatus.Failed, request.Sum, request.Refund, moved ? null : "more than was paid");
    }

    public async Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var charge = await bank.FindAsync(request.Charge.Attempt, cancel);
        return charge is not null && charge.Refunds.TryGetValue(request.Refund, out var fen)
            ? new(charge.Attempt, request.Refund, RefundStatus.Succeeded, new(new(fen), charge.Currency), request.Refund)
            : new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown);
    }

    private async Task<string?> ProblemAsync(Notice notice, CancellationToken cancel)
    {
        if (!notice.Headers.TryGetValue(SignatureHeader, out var signature) || !notice.Headers.TryGetValue(TimeHeader, out var time)) return "not signed";
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return "no time";
        var expected = await bank.SignAsync(seconds, notice.Body, cancel);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature))) return "wrong signature";
        var now = new DateTimeOffset(notice.At).ToUnixTimeSeconds();
        return Math.Abs(now - seconds) > Tolerance.TotalSeconds ? "too old or too new" : null;
    }
}

/// <summary>What the bank writes.</summary>
/// <param name="Amount">Fen.</param>
internal sealed record SandboxNotice(string Id, string Charge, string Attempt, string Status, long Amount, string Currency)
{
    public static SandboxNotice? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<SandboxNotice>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
