using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Calls the vendor. A broken connection, a fault, a late answer and rubbish are exceptions; a fault that is only repeated from an earlier call is an answer.</summary>
internal sealed class StripeApi(IStripeTransport transport, IOptionsMonitor<StripeOptions> options)
{
    public StripeSetup Setup => new(options.CurrentValue);

    public Task<StripeReply> GetAsync(string path, CancellationToken cancel) => CallAsync(new(Setup, HttpMethod.Get, path), cancel);

    public Task<StripeReply> PostAsync(string path, StripeForm form, string? idempotencyKey, CancellationToken cancel) =>
        CallAsync(new(Setup, HttpMethod.Post, path, form.ToString(), idempotencyKey), cancel);

    /// <summary>Whether one of the configured secrets signed it.</summary>
    public bool Verifies(Notice notice, string header) => Setup.WebhookSecrets.Any(secret => transport.Verifies(notice.Body, header, secret, notice.At));

    private async Task<StripeReply> CallAsync(StripeCall call, CancellationToken cancel)
    {
        var answer = await transport.SendAsync(call, cancel);
        var reply = new StripeReply(answer.Status, answer.Replayed || answer.Status < StatusCodes.Status500InternalServerError ? Parse(answer) : default, answer.Replayed);
        if (reply is { IsFault: true, Replayed: false }) throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"The vendor answered {answer.Status}."));
        return reply;
    }

    private static JsonElement Parse(StripeAnswer answer)
    {
        var body = JsonElement.Parse(answer.Body);
        return body.ValueKind == JsonValueKind.Object ? body : throw new InvalidDataException("The answer is no object.");
    }
}
