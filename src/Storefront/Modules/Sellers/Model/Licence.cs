namespace Storefront.Modules.Sellers.Model;

/// <summary>none needed (own edible farm produce) · food production licence SC · food trade licence JY · small workshop · business licence.</summary>
internal enum LicenceKind { NoneNeeded, Food, Trade, Workshop, Business }

internal enum LicenceState { Waiting, Accepted, Refused }

/// <summary>What a seller states about a paper, or about needing none.</summary>
/// <param name="Covers">Category keys it is for.</param>
internal sealed record Paper(LicenceKind Kind, string? Number, string? Issuer, string? DocumentCode, DateOnly? ExpiresOn, IReadOnlyCollection<string> Covers);

/// <summary>The paper behind a shop's goods. Its last day counts as valid.</summary>
internal sealed class Licence
{
    public const int NumberLength = 40;
    public const int IssuerLength = 60;
    public const int CoversLength = 120;

    private Licence() { }

    public Licence(Paper paper, DateTime now) => Correct(paper, now);

    public long Id { get; private set; }

    public long ShopId { get; private set; }

    public Shop Shop { get; private set; } = null!;

    public LicenceKind Kind { get; private set; }

    public LicenceState State { get; private set; }

    public string? Number { get; private set; }

    public string? Issuer { get; private set; }

    public string? DocumentCode { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Category keys, comma separated.</summary>
    public string Covers { get; private set; } = "";

    public DateTime FiledAt { get; private set; }

    public DateTime? WarnedAt { get; private set; }

    public DateTime? ExpiryToldAt { get; private set; }

    public IReadOnlyList<string> Categories => Covers.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public NumberVerdict Verdict => LicenceNumber.Check(Kind, Number);

    /// <summary>A category has lapsed when an expired paper covers it and no valid one does. What no paper ever covered is the reviewer's matter, not the clock's.</summary>
    public static bool HasLapsed(IEnumerable<(string Covers, DateOnly? ExpiresOn)> accepted, string category, DateOnly today)
    {
        var covering = accepted.Where(paper => paper.Covers.Split(',').Contains(category)).ToList();
        return covering.Count > 0 && covering.TrueForAll(paper => paper.ExpiresOn < today);
    }

    public bool IsExpired(DateOnly today) => ExpiresOn < today;

    public void Correct(Paper paper, DateTime now)
    {
        if (State != LicenceState.Waiting) throw new InvalidOperationException("A paper that was decided on stays as it is.");
        (Kind, Number, Issuer, DocumentCode, ExpiresOn) = (paper.Kind, paper.Number, paper.Issuer, paper.DocumentCode, paper.ExpiresOn);
        Covers = string.Join(',', paper.Covers);
        FiledAt = now;
    }

    public void Accept() => State = LicenceState.Accepted;

    public void Refuse() => State = LicenceState.Refused;

    public void Warned(DateTime now) => WarnedAt = now;

    /// <summary>The expiry was told, and with it every earlier warning.</summary>
    public void ExpiryTold(DateTime now) => (WarnedAt, ExpiryToldAt) = (WarnedAt ?? now, now);
}
