using System.Globalization;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.Sandbox;

/// <summary>Carries the bank's notices to the shop: real bytes, really signed, through the door that every gateway's notices come in by.</summary>
internal sealed class SandboxPost(SandboxBank bank, INoticeInbox inbox, TimeProvider clock)
{
    public async Task<Reply> DeliverAsync(Charge charge, CancellationToken cancel) =>
        await inbox.DeliverAsync(SandboxGateway.Name, await WriteAsync(charge, cancel), cancel);

    /// <summary>The same state of the same charge is the same event.</summary>
    public async Task<Notice> WriteAsync(Charge charge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var status = charge.State == ChargeState.Paid ? "paid" : "declined";
        var body = JsonSerializer.SerializeToUtf8Bytes(new SandboxNotice($"evt_{charge.Code}_{status}", charge.Code, charge.Attempt, status, charge.Fen, charge.Currency));
        var seconds = now.ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [SandboxGateway.TimeHeader] = seconds.ToString(CultureInfo.InvariantCulture),
            [SandboxGateway.SignatureHeader] = await bank.SignAsync(seconds, body, cancel),
        };
        return new(body, headers, now.UtcDateTime);
    }
}
