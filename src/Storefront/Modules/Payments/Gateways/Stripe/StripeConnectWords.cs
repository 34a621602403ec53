using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>What the vendor says of a seller's account or a transfer, the same words in answers and notices.</summary>
internal static class StripeConnectWords
{
    /// <summary>Keys under which our codes travel with everything that the vendor keeps for us.</summary>
    public const string Payee = "payee";
    public const string Payout = "payout";
    public const string Reversal = "reversal";

    public static PayeeSeen Seen(string payee, StripeAccount said)
    {
        var asked = (said.Requirements?.PastDue ?? []).Concat(said.Requirements?.CurrentlyDue ?? []);
        var missing = asked.Select(Need).Distinct().Order().ToList();
        var status = said switch
        {
            { Requirements.DisabledReason: { } reason } when reason.StartsWith("rejected.", StringComparison.Ordinal) => PayeeStatus.Closed,
            // Money that can be sent there and not leave from there has not reached anybody.
            { Capabilities.Transfers: "active", PayoutsEnabled: true } => PayeeStatus.Ready,
            { DetailsSubmitted: false } => PayeeStatus.Incomplete,
            _ => missing.Count > 0 ? PayeeStatus.Incomplete : PayeeStatus.Checking,
        };
        return new(payee, status, missing, said.Id, said.Requirements?.DisabledReason);
    }

    public static RemittanceSeen Seen(StripeTransfer said)
    {
        var payout = said.Metadata?.GetValueOrDefault(Payout) ?? "";
        return StripeWords.SumOf(said.Amount, said.Currency) is { } sum && said.AmountReversed is { } reversed
            ? new(payout, RemittanceStatus.Done, sum, new Money(reversed), said.Id)
            : new(payout, RemittanceStatus.Unknown, VendorReference: said.Id, Why: "without a sum");
    }

    private static PayeeNeed Need(string field) => field.Split('.') switch
    {
        [.., "document" or "additional_document", _] or [.., "document" or "additional_document"] or ["documents", ..] => PayeeNeed.Document,
        ["external_account"] => PayeeNeed.BankAccount,
        ["tos_acceptance", ..] => PayeeNeed.Agreement,
        ["individual" or "representative" or "owners" or "directors" or "executives", ..] => PayeeNeed.Person,
        [var person, ..] when person.StartsWith("person_", StringComparison.Ordinal) => PayeeNeed.Person,
        ["company" or "business_profile" or "business_type", ..] => PayeeNeed.Business,
        _ => PayeeNeed.Other,
    };
}
