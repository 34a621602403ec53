using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Model;

internal enum AttemptState { Created, Started, Paid, Failed, Expired, Unknown }

/// <summary>One try to pay with one gateway. <c>Paid</c> is never undone, by nothing.</summary>
internal sealed class PaymentAttempt
{
    public const int StepLength = 3_000;
    public const int WhyLength = 200;
    public const int ReferenceLength = 200;
    private static readonly TimeSpan FirstCheck = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Vendors have been seen to take money after saying they would not: look again for so long.</summary>
    private static readonly TimeSpan[] LateChecks =
        [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromHours(48)];

    public long Id { get; init; }

    /// <summary>The idempotency key at the gateway; its holder may see the payment.</summary>
    public required string Code { get; init; }

    public long PaymentId { get; init; }

    public Payment Payment { get; init; } = null!;

    public required string Gateway { get; init; }

    public AttemptState State { get; private set; }

    public required Money Amount { get; init; }

    public required string Currency { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? PaidAt { get; private set; }

    /// <summary>Since when nobody knows.</summary>
    public DateTime? UnknownSince { get; private set; }

    public string? VendorReference { get; private set; }

    public string? StepJson { get; private set; }

    public DateTime? StepStaleAt { get; private set; }

    /// <summary>When the gateway is asked next; null: never again.</summary>
    public DateTime? CheckAt { get; private set; }

    public int Checks { get; private set; }

    /// <summary>It was paid when no money was waited for; a refund was staged with it.</summary>
    public bool Surplus { get; private set; }

    public string? Why { get; private set; }

    public bool IsLive => State is AttemptState.Created or AttemptState.Started or AttemptState.Unknown;

    public Sum Sum => new(Amount, Currency);

    /// <summary>Its step still works: the payer can go on with it.</summary>
    public bool MayGoOn(DateTime now) => State == AttemptState.Started && StepJson is not null && (StepStaleAt is null || now < StepStaleAt);

    public ChargeRef Charge => new(Code, Sum, VendorReference, StartedAt);

    public NextStep? Step => StepJson is null ? null : JsonSerializer.Deserialize<NextStep>(StepJson);

    /// <summary>A new try for a payment.</summary>
    public static PaymentAttempt For(Payment payment, string gateway, DateTime now) =>
        new() { Code = Storefront.Shared.Code.NewSecret(), Payment = payment, Gateway = gateway, Amount = payment.Amount, Currency = Sum.Yuan, CreatedAt = now };

    /// <summary>The intent, saved before the gateway is called: from now on a charge may exist, and only the gateway knows.</summary>
    public void Ask(DateTime now)
    {
        if (State != AttemptState.Created) throw new InvalidOperationException($"Attempt {Code} is {State} and cannot be begun.");
        StartedAt ??= now;
        Checks = 0;
        Doubt(now, why: null);
        CheckAt = now + FirstCheck + FirstCheck;
    }

    public void Begun(StartVerdict.Begun answer, DateTime now)
    {
        Refer(answer.VendorReference);
        // A notice may have been faster than this answer.
        if (!IsLive) return;
        (StepJson, StepStaleAt) = (JsonSerializer.Serialize(answer.Step), answer.StaleAt);
        Wait(now);
    }

    /// <summary>The gateway says that it waits for the payer. Where its first answer was lost, it may be asked to start again under the same code.</summary>
    public void Wait(DateTime now)
    {
        if (State is not (AttemptState.Unknown or AttemptState.Created)) return;
        (State, UnknownSince, Why) = (StepJson is null ? AttemptState.Created : AttemptState.Started, null, null);
        CheckAt ??= now + FirstCheck;
    }

    public void Doubt(DateTime now, string? why)
    {
        if (!IsLive) return;
        (State, UnknownSince, Why) = (AttemptState.Unknown, UnknownSince ?? now, Cut(why, WhyLength));
    }

    public void Pay(DateTime now, bool surplus) =>
        (State, PaidAt, Surplus, CheckAt, UnknownSince, Why) = (AttemptState.Paid, now, surplus, null, null, null);

    /// <summary>Over: failed or expired. Later words of the same kind change nothing.</summary>
    public void End(AttemptState how, string? why, DateTime now)
    {
        if (!IsLive) return;
        (State, Why, UnknownSince, Checks) = (how, Cut(why, WhyLength), null, 0);
        CheckAt = StartedAt is null ? null : now + LateChecks[0];
    }

    public void Refer(string? vendorReference) => VendorReference = Cut(vendorReference, ReferenceLength) ?? VendorReference;

    public void AskSoon(DateTime now) => CheckAt = StartedAt is null ? null : now;

    /// <summary>The gateway was asked: when next?</summary>
    public void Checked(DateTime now)
    {
        Checks++;
        CheckAt = State switch
        {
            // Nobody would ask about what was never begun, and its row would stand before all others that are due.
            _ when StartedAt is null => null,
            AttemptState.Paid => null,
            AttemptState.Failed or AttemptState.Expired => Checks < LateChecks.Length ? now + LateChecks[Checks] : null,
            _ => now + Pauses.After(Checks, FirstCheck, LongestPause),
        };
    }

    /// <summary>Vendors' words end where our columns end.</summary>
    public static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;

    internal sealed class Mapping : IEntityTypeConfiguration<PaymentAttempt>
    {
        public void Configure(EntityTypeBuilder<PaymentAttempt> builder)
        {
            builder.ToTable("PaymentAttempts");
            builder.Property(attempt => attempt.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(attempt => attempt.Gateway).HasMaxLength(20);
            builder.Property(attempt => attempt.Currency).HasMaxLength(3);
            builder.Property(attempt => attempt.VendorReference).HasMaxLength(ReferenceLength);
            builder.Property(attempt => attempt.StepJson).HasMaxLength(StepLength);
            builder.Property(attempt => attempt.Why).HasMaxLength(WhyLength);
            builder.Property(attempt => attempt.State).IsConcurrencyToken();
            builder.Ignore(attempt => attempt.Sum).Ignore(attempt => attempt.Charge).Ignore(attempt => attempt.Step);
            builder.HasOne(attempt => attempt.Payment).WithMany(payment => payment.Attempts).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(attempt => attempt.Code).IsUnique();
            builder.HasIndex(attempt => attempt.CheckAt);
            builder.HasIndex(attempt => new { attempt.State, attempt.UnknownSince });
            builder.HasIndex(attempt => attempt.Surplus);
        }
    }
}
