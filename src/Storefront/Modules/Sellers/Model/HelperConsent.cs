using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

/// <summary>Stored by number, never renumbered. Filed: a signed sheet waits for a reviewer.</summary>
internal enum ConsentState { Asked, Filed, Given, Refused, Ended }

/// <summary>Stored by number, never renumbered.</summary>
internal enum ConsentWay { Phone, Paper }

/// <summary>The very words that were read, in the language they were read in.</summary>
internal sealed record ReadWords(string Language, string Version, string Text);

/// <summary>"This helper sells for me and gets so much": what a grower agreed to, when, how and in which words. Only while one is in force does a helper sell for the shop.</summary>
internal sealed class HelperConsent
{
    public const int WordsLength = 1_000;
    private const int MediaCode = 64;

    private HelperConsent() { }

    /// <param name="helperId">Null until an invited helper has accepted.</param>
    public HelperConsent(long shopId, long? helperId, FeeKind kind, int value, ReadWords words, Signature askedBy)
    {
        (Code, ShopId, HelperId, FeeKind, FeeValue) = (Storefront.Shared.Code.NewPublic(), shopId, helperId, kind, value);
        (AskedBy, AskedAt) = (askedBy.AccountId, askedBy.At);
        Read(words);
    }

    public long Id { get; private set; }

    public string Code { get; private set; } = "";

    public long ShopId { get; private set; }

    public Shop Shop { get; private set; } = null!;

    public long? HelperId { get; private set; }

    public FeeKind FeeKind { get; private set; }

    /// <summary>As in <see cref="HelperTerms.Value"/>.</summary>
    public int FeeValue { get; private set; }

    public string Language { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string Wording { get; private set; } = "";

    public ConsentState State { get; private set; }

    public ConsentWay? Way { get; private set; }

    public long AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>When the grower was last sent the link to it.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>The grower's account; null where a sheet was signed.</summary>
    public long? GivenBy { get; private set; }

    public DateTime? GivenAt { get; private set; }

    /// <summary>The signed sheet: a private picture for reviewers.</summary>
    public string? DocumentCode { get; private set; }

    public long? CheckedBy { get; private set; }

    /// <summary>In force for orders paid from here on: given, and the helper is in the shop.</summary>
    public DateTime? From { get; private set; }

    public DateTime? Until { get; private set; }

    public bool IsOpen => State is ConsentState.Asked or ConsentState.Filed;

    /// <summary>The grower agreed on the own phone, to the words as they were shown there.</summary>
    public void Give(ReadWords words, Signature by)
    {
        Demand(IsOpen);
        Read(words);
        (State, Way, GivenBy, GivenAt) = (ConsentState.Given, ConsentWay.Phone, by.AccountId, by.At);
        if (HelperId is not null) From = by.At;
    }

    /// <summary>The invited helper came.</summary>
    public void Take(long helper, DateTime now)
    {
        Demand(HelperId is null && State == ConsentState.Given);
        (HelperId, From) = (helper, now);
    }

    public void File(string documentCode)
    {
        Demand(State == ConsentState.Asked);
        (State, Way, DocumentCode) = (ConsentState.Filed, ConsentWay.Paper, documentCode);
    }

    /// <summary>A reviewer has seen the signed sheet, and it says what stands here.</summary>
    public void Confirm(Signature reviewer)
    {
        Demand(State == ConsentState.Filed);
        (State, GivenAt, From, CheckedBy) = (ConsentState.Given, reviewer.At, reviewer.At, reviewer.AccountId);
    }

    public void Refuse(Signature by)
    {
        Demand(IsOpen);
        (State, CheckedBy, Until) = (ConsentState.Refused, State == ConsentState.Filed ? by.AccountId : null, by.At);
    }

    /// <summary>Withdrawn, replaced, or the helper is gone. Orders paid until now stay as they were booked.</summary>
    public void End(DateTime now)
    {
        if (State is ConsentState.Refused or ConsentState.Ended) return;
        (State, Until) = (ConsentState.Ended, now);
    }

    /// <summary>A person in it was erased: what was agreed stays, who says so goes.</summary>
    public void Forget() => (Wording, DocumentCode) = ("", null);

    private void Read(ReadWords words) => (Language, Version, Wording) = (words.Language, words.Version, words.Text);

    private void Demand(bool fits)
    {
        if (!fits) throw new InvalidOperationException($"This cannot be done with a consent that is {State}.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<HelperConsent>
    {
        public void Configure(EntityTypeBuilder<HelperConsent> builder)
        {
            builder.ToTable("HelperConsents");
            builder.Ignore(consent => consent.IsOpen);
            builder.Property(consent => consent.Code).HasMaxLength(Storefront.Shared.Code.PublicLength);
            builder.Property(consent => consent.Language).HasMaxLength(10);
            builder.Property(consent => consent.Version).HasMaxLength(20);
            builder.Property(consent => consent.Wording).HasMaxLength(WordsLength);
            builder.Property(consent => consent.DocumentCode).HasMaxLength(MediaCode);
            builder.Property(consent => consent.State).IsConcurrencyToken();
            builder.HasIndex(consent => consent.Code).IsUnique();
            builder.HasIndex(consent => new { consent.ShopId, consent.From });
            builder.HasIndex(consent => new { consent.HelperId, consent.ShopId });
            builder.HasIndex(consent => new { consent.State, consent.AskedAt });
            builder.HasOne(consent => consent.Shop).WithMany().HasForeignKey(consent => consent.ShopId);
        }
    }
}
