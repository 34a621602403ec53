using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments.Model;

/// <summary>Stored by number, never renumbered. From <see cref="WrongSum"/> on a person must look.</summary>
internal enum NoticeOutcome { Pending, Applied, NoChange, Surplus, WrongSum, Foreign, Unexpected }

/// <summary>One event of one gateway, kept before it is judged; the pair of gateway and event id drops what comes twice.</summary>
internal sealed class GatewayNotice
{
    public const int EventIdLength = 100;
    public const int RawLength = 4_000;

    public long Id { get; init; }

    public required string Gateway { get; init; }

    public required string EventId { get; init; }

    /// <summary>Our code of what it is about: an attempt's, or a payout's or payee's.</summary>
    public required string Attempt { get; init; }

    /// <summary>The first part of the body as it came, without people's data.</summary>
    public required string Raw { get; init; }

    /// <summary>What the gateway made of it, so that judging can be repeated after a crash.</summary>
    public required string Observation { get; init; }

    public required DateTime At { get; init; }

    public NoticeOutcome Outcome { get; private set; }

    public DateTime? JudgedAt { get; private set; }

    public Observation Seen => JsonSerializer.Deserialize<Observation>(Observation)!;

    public static GatewayNotice Of(string gateway, GatewayEvent happened, string redacted, DateTime now) => new()
    {
        Gateway = gateway,
        EventId = happened.Id,
        Attempt = happened.What switch { PaymentSeen seen => seen.Attempt, RefundSeen seen => seen.Attempt, RemittanceSeen seen => seen.Payout, PayeeStirred seen => seen.Payee, _ => "" },
        Raw = redacted.Length > RawLength ? redacted[..RawLength] : redacted,
        Observation = JsonSerializer.Serialize(happened.What),
        At = now,
    };

    public void Judge(NoticeOutcome outcome, DateTime now) => (Outcome, JudgedAt) = (outcome, now);

    internal sealed class Mapping : IEntityTypeConfiguration<GatewayNotice>
    {
        public void Configure(EntityTypeBuilder<GatewayNotice> builder)
        {
            builder.ToTable("GatewayNotices");
            builder.Property(notice => notice.Gateway).HasMaxLength(20);
            builder.Property(notice => notice.EventId).HasMaxLength(EventIdLength);
            builder.Property(notice => notice.Attempt).HasMaxLength(40);
            builder.Property(notice => notice.Raw).HasMaxLength(RawLength);
            builder.Property(notice => notice.Observation).HasMaxLength(2_000);
            builder.Property(notice => notice.Outcome).IsConcurrencyToken();
            builder.Ignore(notice => notice.Seen);
            builder.HasIndex(notice => new { notice.Gateway, notice.EventId }).IsUnique();
            builder.HasIndex(notice => new { notice.Outcome, notice.At });
        }
    }
}
