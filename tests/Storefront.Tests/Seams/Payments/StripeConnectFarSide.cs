using System.Globalization;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays Stripe Connect: sellers' accounts, their way in, what is sent to them and what is taken back.</summary>
internal sealed class StripeConnectFarSide(TestClock clock) : StripeServer(clock)
{
    private const string Accounts = "/v1/accounts";
    private const string Links = "/v1/account_links";
    private const string Transfers = "/v1/transfers";
    private readonly List<Account> _accounts = [];
    private readonly List<Transfer> _transfers = [];

    internal sealed class Account
    {
        public required string Id { get; init; }

        public required string Payee { get; init; }

        public string Transfers { get; set; } = "inactive";

        public bool Submitted { get; set; }

        public bool Payouts { get; set; }

        public string? Disabled { get; set; } = "requirements.past_due";

        public IReadOnlyList<string> Due { get; set; } = ["external_account", "individual.first_name", "individual.verification.document", "tos_acceptance.date"];

        /// <summary>Pages it was led in by.</summary>
        public int Links { get; set; }
    }

    internal sealed record Back(string Id, string? Code, long Fen);

    internal sealed class Transfer
    {
        public required string Id { get; init; }

        public required string Payout { get; init; }

        public required string Group { get; init; }

        public required string Destination { get; init; }

        public required long Fen { get; init; }

        public List<Back> Reversals { get; } = [];

        public long Reversed => Reversals.Sum(back => back.Fen);
    }

    /// <summary>What the market has there.</summary>
    public long Balance { get; set; } = 10_000_000;

    /// <summary>What sellers have spent of what was sent to them.</summary>
    public long Spent { get; set; }

    public IReadOnlyList<Account> AllAccounts => InTurn(() => _accounts.ToList());

    public IReadOnlyList<Transfer> Sent => InTurn(() => _transfers.ToList());

    public override Dictionary<string, string?> Settings
    {
        get
        {
            var all = base.Settings;
            (all["Payments:Stripe:Connect"], all["Payments:Stripe:ConnectCountry"]) = ("true", "HK");
            return all;
        }
    }

    public Account this[string payee] => InTurn(() => _accounts.Single(account => account.Payee == payee));

    public void Ready(string payee) => Become(payee, "active", payouts: true, disabled: null);

    public void Become(string payee, string transfers, bool payouts, string? disabled, params IReadOnlyList<string> due)
    {
        var account = this[payee];
        (account.Transfers, account.Submitted, account.Payouts, account.Disabled, account.Due) = (transfers, true, payouts, disabled, due);
    }

    /// <summary>Taken back at the vendor's desk.</summary>
    public void ReverseAtDesk(string payout, long fen) => InTurn(() =>
    {
        var transfer = _transfers.Single(transfer => transfer.Payout == payout);
        transfer.Reversals.Add(new($"trr_desk{transfer.Reversals.Count}", null, fen));
        return true;
    });

    public Notice AccountNotice(string payee) => Event("account.updated", Write(this[payee]), account: this[payee].Id);

    public Notice TransferNotice(string payout, string type = "reversed") => Event($"transfer.{type}", Write(Sent.Single(transfer => transfer.Payout == payout)));

    protected override bool MayRepeat(string path) => path == Links;

    protected override Answer Change(string path, Dictionary<string, string> form) => path switch
    {
        Accounts => Open(form),
        Links => Lead(form),
        Transfers => Send(form),
        _ => Reverse(path, form),
    };

    protected override Answer Read(string path, Dictionary<string, string> form)
    {
        if (path == Transfers)
            return Page(_transfers.Where(transfer => transfer.Group == form.GetValueOrDefault("transfer_group", transfer.Group)).Select(Write), form);
        if (_accounts.Find(account => path == $"{Accounts}/{account.Id}") is { } account) return Json(200, Write(account));
        var transfer = _transfers.Find(transfer => path == $"{Transfers}/{transfer.Id}" || path == $"{Transfers}/{transfer.Id}/reversals");
        if (transfer is null) return Refused(404, "invalid_request_error", "resource_missing");
        return path.EndsWith("/reversals", StringComparison.Ordinal) ? Page(transfer.Reversals.Select(back => Write(transfer, back)), form) : Json(200, Write(transfer));
    }

    /// <summary>The older "type" is on its way out, and who offers the small dashboard pays fees and losses.</summary>
    private Answer Open(Dictionary<string, string> form)
    {
        Require(!form.ContainsKey("type"), "parameter", "type is deprecated");
        foreach (var (name, wanted) in new[] { ("fees][payer", "application"), ("losses][payments", "application"), ("requirement_collection", "stripe"), ("stripe_dashboard][type", "express") })
            Require(form.GetValueOrDefault($"controller[{name}]") == wanted, "parameter", $"controller[{name}]");
        Require(form.GetValueOrDefault("capabilities[transfers][requested]") == "true", "parameter", "capabilities");
        Require(form.GetValueOrDefault("country") is { Length: 2 }, "country_unsupported", form.GetValueOrDefault("country", ""));
        Require(!form.Keys.Any(name => name.StartsWith("individual", StringComparison.Ordinal) || name == "email"), "parameter", "names a person");
        var account = new Account { Id = $"acct_1{_accounts.Count:D15}", Payee = form["metadata[payee]"] };
        _accounts.Add(account);
        return Json(200, Write(account));
    }

    private Answer Lead(Dictionary<string, string> form)
    {
        if (_accounts.Find(account => account.Id == form["account"]) is not { } account) return Refused(400, "invalid_request_error", "account_invalid");
        Require(form["type"] == "account_onboarding", "parameter", "type");
        foreach (var name in new[] { "return_url", "refresh_url" })
            Require(Uri.TryCreate(form.GetValueOrDefault(name), UriKind.Absolute, out _), "url_invalid", name);
        if (account.Disabled?.StartsWith("rejected.", StringComparison.Ordinal) == true) return Refused(400, "invalid_request_error", null);
        account.Links++;
        return Json(200, new { @object = "account_link", created = Now(), expires_at = Now() + 300, url = $"https://connect.stripe.com/setup/e/{account.Id}/{account.Links}" });
    }

    private Answer Send(Dictionary<string, string> form)
    {
        Require(form["currency"] == "cny" && form.ContainsKey("amount"), "parameter", "amount and currency");
        Require(form.GetValueOrDefault("transfer_group") == form.GetValueOrDefault("metadata[payout]"), "parameter", "transfer_group");
        if (_accounts.Find(account => account.Id == form["destination"]) is not { } account) return Refused(400, "invalid_request_error", "resource_missing");
        if (account.Transfers != "active") return Refused(400, "invalid_request_error", "insufficient_capabilities_for_transfer");
        var fen = long.Parse(form["amount"], CultureInfo.InvariantCulture);
        Require(fen > 0, "parameter_invalid_integer", form["amount"]);
        if (fen > Balance) return Refused(400, "invalid_request_error", "balance_insufficient");
        Balance -= fen;
        var transfer = new Transfer { Id = $"tr_3{_transfers.Count:D20}", Payout = form["metadata[payout]"], Group = form["transfer_group"], Destination = account.Id, Fen = fen };
        _transfers.Add(transfer);
        return Json(200, Write(transfer));
    }

    private Answer Reverse(string path, Dictionary<string, string> form)
    {
        if (_transfers.Find(transfer => path == $"{Transfers}/{transfer.Id}/reversals") is not { } transfer) return Refused(404, "invalid_request_error", "resource_missing");
        var (left, fen) = (transfer.Fen - transfer.Reversed, form.TryGetValue("amount", out var asked) ? long.Parse(asked, CultureInfo.InvariantCulture) : transfer.Fen - transfer.Reversed);
        if (fen <= 0 || fen > left) return Refused(400, "invalid_request_error", null, $"Reversal amount (¥{fen}) is greater than unreversed amount on transfer (¥{left}).");
        if (fen > left - Spent) return Refused(400, "invalid_request_error", "balance_insufficient");
        var back = new Back($"trr_{transfer.Reversals.Count}{transfer.Id}", form.GetValueOrDefault("metadata[reversal]"), fen);
        transfer.Reversals.Add(back);
        Balance += fen;
        return Json(200, Write(transfer, back));
    }

    private static Answer Page(IEnumerable<object> newestLast, Dictionary<string, string> form)
    {
        var all = newestLast.Reverse().ToList();
        return Json(200, new { @object = "list", has_more = all.Count > LimitOf(form), data = all.Take(LimitOf(form)) });
    }

    private static object Write(Account account) => new
    {
        id = account.Id,
        @object = "account",
        capabilities = new { transfers = account.Transfers },
        country = "HK",
        details_submitted = account.Submitted,
        email = "luo@example.com",
        individual = new { first_name = "老罗", phone = "138****8888" },
        metadata = new { payee = account.Payee },
        payouts_enabled = account.Payouts,
        requirements = new { currently_due = account.Due, past_due = Array.Empty<string>(), eventually_due = account.Due, disabled_reason = account.Disabled },
    };

    private object Write(Transfer transfer) => new
    {
        id = transfer.Id,
        @object = "transfer",
        amount = transfer.Fen,
        amount_reversed = transfer.Reversed,
        created = 1,
        currency = Currency,
        destination = transfer.Destination,
        livemode = true,
        metadata = new { payout = transfer.Payout },
        reversed = transfer.Reversed == transfer.Fen,
        transfer_group = transfer.Group,
    };

    private static object Write(Transfer transfer, Back back) => new
    {
        id = back.Id,
        @object = "transfer_reversal",
        amount = back.Fen,
        currency = "cny",
        transfer = transfer.Id,
        metadata = back.Code is null ? [] : new Dictionary<string, string> { ["reversal"] = back.Code },
    };
}
