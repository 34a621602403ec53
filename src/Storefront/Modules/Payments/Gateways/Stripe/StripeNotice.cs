using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>
/// A signed event. The vendor's own reader refuses events of another version than its own and stumbles over a missing header; so only the signature is checked
/// by the transport, and the few words that matter are read here, whichever version wrote them.
/// </summary>
internal static class StripeNotice
{
    private const string Header = "Stripe-Signature";
    private static readonly Reply Accepted = new(StatusCodes.Status200OK, "text/plain", "received");
    private static readonly Reply Refused = new(StatusCodes.Status400BadRequest, "text/plain", "refused");

    /// <param name="Before">What the object was before, where the event says so.</param>
    private sealed record Letter(string Id, string Type, JsonElement Body, JsonElement? Before, string? RequestKey);

    public static Received Read(Notice notice, StripeApi api)
    {
        if (!notice.Headers.TryGetValue(Header, out var header)) return new Received.Rejected("not signed", Refused);
        if (!api.Verifies(notice, header)) return new Received.Rejected("signed otherwise, too old or too new", Refused);
        try
        {
            var said = JsonElement.Parse(notice.Body.Span);
            if (said.GetProperty("object").GetString() != "event") return new Received.Ignored("no event", Accepted);
            if (said.GetProperty("livemode").GetBoolean() != api.Setup.IsLive) return new Received.Rejected("another mode", Refused);
            if (Open(said) is not { } letter) return new Received.Ignored("without its number", Accepted);
            if (Text(said, "account") is { } account && !IsSellers(letter, account, api.Setup)) return new Received.Rejected("another account", Refused);
            return Judge(letter);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException or FormatException)
        {
            return new Received.Rejected("not the vendor's shape", Refused);
        }
    }

    private static Received Judge(Letter letter) => letter.Type.Split('.') switch
    {
        ["checkout", "session", "completed" or "async_payment_succeeded" or "expired"] => Session(letter, StripeWords.Seen),
        ["checkout", "session", "async_payment_failed"] => Session(letter, (attempt, said) => new(attempt, PaymentStatus.Failed, VendorReference: said.Id, Why: "the wallet's payment failed")),
        ["refund", "created" or "updated" or "failed"] or ["charge", "refund", "updated"] => Refund(letter),
        ["charge", "refunded"] => Charge(letter),
        ["account", "updated"] => Account(letter),
        ["transfer", "created" or "updated" or "reversed"] => Transfer(letter),
        // The vendor has taken the money back until the dispute is decided. The shop has no state for that: a person answers it at the vendor's desk.
        ["charge", "dispute", ..] => new Received.Ignored($"{letter.Type} {Text(letter.Body, "id")}: decided at the vendor's desk", Accepted),
        _ => new Received.Ignored(letter.Type, Accepted),
    };

    private static Received Session(Letter letter, Func<string, StripeSession, PaymentSeen> seen)
    {
        var said = StripeReply.Read<StripeSession>(letter.Body);
        return said.ClientReferenceId is { Length: Code.SecretLength } attempt
            ? Happened(letter, seen(attempt, said), new { said.Id, said.Status, said.PaymentStatus, said.AmountTotal, said.Currency, said.ClientReferenceId, said.IntentId })
            : new Received.Ignored("another program's session", Accepted);
    }

    private static Received Refund(Letter letter)
    {
        var said = StripeReply.Read<StripeRefund>(letter.Body);
        // Begun at the dashboard: it carries nothing of ours, the charge's own event does.
        return said.Metadata?.GetValueOrDefault(StripeWords.Attempt) is { Length: Code.SecretLength } attempt
            ? Happened(letter, StripeWords.Seen(attempt, said.Metadata.GetValueOrDefault(StripeWords.Refund), said), new { said.Id, said.Status, said.Amount, said.Currency, said.PaymentIntent, said.Metadata })
            : new Received.Ignored("a refund that is not ours", Accepted);
    }

    /// <summary>The charge's event comes for our own refunds as well, and then it names the key we sent with them.</summary>
    private static Received Charge(Letter letter)
    {
        var said = StripeReply.Read<StripeCharge>(letter.Body);
        if (said.Metadata?.GetValueOrDefault(StripeWords.Attempt) is not { Length: Code.SecretLength } attempt) return new Received.Ignored("another program's charge", Accepted);
        if (letter.RequestKey is { Length: Code.SecretLength }) return new Received.Ignored("our own refund, of which its own events tell", Accepted);
        var before = letter.Before is { ValueKind: JsonValueKind.Object } old && old.TryGetProperty("amount_refunded", out var known) ? known.GetInt64() : (long?)null;
        var seen = new RefundSeen(attempt, Refund: null, RefundStatus.Succeeded, StripeWords.SumOf(said.AmountRefunded - before, said.Currency), said.Id, "begun at the vendor's desk");
        return Happened(letter, seen, new { said.Id, said.AmountRefunded, said.Currency, said.PaymentIntent, said.Metadata });
    }

    /// <summary>What a seller's own account tells comes in that account's name.</summary>
    private static bool IsSellers(Letter letter, string account, StripeSetup setup) => setup.IsConnectWanted && letter.Type == "account.updated" && Text(letter.Body, "id") == account;

    private static Received Account(Letter letter)
    {
        var said = StripeReply.Read<StripeAccount>(letter.Body);
        return said.Metadata?.GetValueOrDefault(StripeConnectWords.Payee) is { Length: Code.SecretLength } payee && said.Id is { Length: > 0 } id
            ? Happened(letter, new PayeeStirred(payee, id), new { said.Id, said.PayoutsEnabled, said.Capabilities, said.Requirements?.DisabledReason, said.Metadata })
            : new Received.Ignored("an account that is no seller's", Accepted);
    }

    private static Received Transfer(Letter letter)
    {
        var said = StripeReply.Read<StripeTransfer>(letter.Body);
        return said.Metadata?.GetValueOrDefault(StripeConnectWords.Payout) is { Length: Code.PublicLength } payout
            ? Happened(letter, StripeConnectWords.Seen(StripeTransfers.Must(said, payout)), new { said.Id, said.Amount, said.AmountReversed, said.Currency, said.Metadata })
            : new Received.Ignored("another program's transfer", Accepted);
    }

    /// <summary>Of the object only what is named is kept: the rest names people.</summary>
    private static Received.Events Happened(Letter letter, Observation seen, object kept) =>
        new([new(letter.Id, seen)], JsonSerializer.Serialize(new { letter.Id, letter.Type, kept }), Accepted);

    private static Letter? Open(JsonElement said)
    {
        if (Text(said, "id") is not { Length: > 0 and <= 100 } id) return null;
        var data = said.GetProperty("data");
        var request = said.TryGetProperty("request", out var cause) && cause.ValueKind == JsonValueKind.Object ? Text(cause, "idempotency_key") : null;
        return new(id, Text(said, "type") ?? "", data.GetProperty("object"), data.TryGetProperty("previous_attributes", out var before) ? before : null, request);
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
