using System.Globalization;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Finds the checkout session of an attempt: by its id or, where the answer that told it was lost, in the list of all.</summary>
internal sealed class StripeSessions(StripeApi api)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    /// <summary>How far the vendor's clock may be behind ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <param name="Session">Null: there is none, or nobody knows.</param>
    /// <param name="Doubt">Null: it is certain. Why it is not, else.</param>
    internal sealed record Found(StripeSession? Session, string? Doubt = null);

    public Task<Found> FindAsync(ChargeRef charge, CancellationToken cancel) =>
        charge.VendorReference is { } id ? ReadAsync(id, charge.Attempt, cancel) : LookAsync(charge.Attempt, charge.Since, cancel);

    /// <summary>The vendor's search lags behind by minutes, its list does not. A list that is too long to be read to its end proves nothing.</summary>
    public async Task<Found> LookAsync(string attempt, DateTime? since, CancellationToken cancel)
    {
        var from = since is { } time ? $"&created[gte]={StripeForm.Number(new DateTimeOffset(time - Skew, TimeSpan.Zero).ToUnixTimeSeconds())}" : "";
        var after = "";
        for (var number = 0; number < MostPages; number++)
        {
            var reply = await api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/checkout/sessions?limit={PageSize}{from}{after}"), cancel);
            if (!reply.IsOk) return new(null, reply.Why);
            var page = reply.As<StripePage<StripeSession>>();
            if (page is not { Object: "list", Data: { } sessions, HasMore: { } more }) throw new InvalidDataException("The answer is no list.");
            if (sessions.FirstOrDefault(session => session.ClientReferenceId == attempt) is { } mine) return await ReadAsync(mine.Id!, attempt, cancel);
            if (!more || sessions.Count == 0) return new(null);
            after = $"&starting_after={Uri.EscapeDataString(sessions[^1].Id!)}";
        }
        return new(null, "more sessions than can be looked through");
    }

    /// <summary>One that the vendor has named before and does not know now is a riddle (another account's key), not a proof that there is none.</summary>
    private async Task<Found> ReadAsync(string id, string attempt, CancellationToken cancel)
    {
        var reply = await api.GetAsync($"/v1/checkout/sessions/{Uri.EscapeDataString(id)}?expand[]=payment_intent", cancel);
        return reply.IsOk ? new(Must(reply, attempt)) : new(null, reply.Why);
    }

    /// <summary>Throws when it is about something else.</summary>
    public static StripeSession Must(StripeReply reply, string attempt)
    {
        var session = reply.As<StripeSession>();
        return session.Object?.Split('.') is ["checkout", "session"] && session is { Id.Length: > 0 } && session.ClientReferenceId == attempt ? session : throw new InvalidDataException("The answer is about another charge.");
    }
}
