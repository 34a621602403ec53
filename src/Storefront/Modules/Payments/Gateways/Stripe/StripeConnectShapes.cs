namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>A seller's account, of it what does not name people.</summary>
internal sealed record StripeAccount(
    string? Id, string? Object, bool? DetailsSubmitted, bool? PayoutsEnabled, StripeCapabilities? Capabilities, StripeRequirements? Requirements, IReadOnlyDictionary<string, string>? Metadata);

/// <param name="Transfers">active, pending or inactive.</param>
internal sealed record StripeCapabilities(string? Transfers);

/// <param name="CurrentlyDue">Names of fields.</param>
internal sealed record StripeRequirements(IReadOnlyList<string>? CurrentlyDue, IReadOnlyList<string>? PastDue, string? DisabledReason);

internal sealed record StripeAccountLink(string? Object, string? Url);

/// <param name="Amount">Fen.</param>
/// <param name="AmountReversed">Fen, all reversals together.</param>
internal sealed record StripeTransfer(string? Id, string? Object, long? Amount, long? AmountReversed, string? Currency, string? Destination, IReadOnlyDictionary<string, string>? Metadata);

internal sealed record StripeReversal(string? Id, string? Object, long? Amount, string? Transfer, IReadOnlyDictionary<string, string>? Metadata);
