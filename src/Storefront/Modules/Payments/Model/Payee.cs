using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments.Model;

/// <summary>A shop's account at a vendor that pays sellers. What it says of the seller stays there: here is only whether money can be sent.</summary>
internal sealed class Payee
{
    private const int MissingLength = 200;

    /// <summary>Some weeks. Who began and left it has to come back, or the vendor gives notice.</summary>
    private const int GiveUpAfter = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public long Id { get; init; }

    /// <summary>The idempotency key at the vendor.</summary>
    public required string Code { get; set; }

    public required long ShopId { get; init; }

    public required string Gateway { get; init; }

    public string? VendorReference { get; private set; }

    public PayeeState State { get; private set; }

    /// <summary>Needs, by comma.</summary>
    public string Missing { get; private set; } = "";

    public string? Why { get; private set; }

    /// <summary>How often it was asked without a certain answer, or without being ready.</summary>
    public int Tries { get; private set; }

    /// <summary>Null: nothing to ask for until the vendor gives notice.</summary>
    public DateTime? CheckAt { get; private set; }

    public int Version { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public PayeeRef Ref => new(Code, VendorReference);

    public PayeeCard Card => new(Gateway, State, Missing.Split(',', StringSplitOptions.RemoveEmptyEntries), IsUnsure: Why is not null && State is not PayeeState.Closed);

    /// <summary>The vendor has made it, and its owner is on the way there.</summary>
    public void Lead(string reference, DateTime now)
    {
        Refer(reference);
        (Tries, CheckAt) = (0, now + FirstPause);
        Version++;
    }

    /// <summary>The vendor has refused to make it under this code, and would for ever.</summary>
    public void Renew()
    {
        if (VendorReference is not null) return;
        Code = Storefront.Shared.Code.NewSecret();
        Version++;
    }

    /// <summary>Something about it has changed: asked at once.</summary>
    public void Stir(string reference, DateTime now)
    {
        Refer(reference);
        (Tries, CheckAt) = (0, now);
        Version++;
    }

    public void Hear(PayeeSeen seen, DateTime now)
    {
        if (seen.Status != PayeeStatus.Unknown)
        {
            State = seen.Status switch
            {
                PayeeStatus.Ready => PayeeState.Ready,
                PayeeStatus.Checking => PayeeState.Checking,
                PayeeStatus.Closed => PayeeState.Closed,
                _ => PayeeState.Incomplete,
            };
            Missing = string.Join(',', seen.Missing.Select(Words.Of));
        }
        Why = seen.Status is PayeeStatus.Unknown or PayeeStatus.Closed ? PaymentAttempt.Cut(seen.Why, PaymentAttempt.WhyLength) : null;
        CheckAt = seen.Status is PayeeStatus.Ready or PayeeStatus.Closed || Tries > GiveUpAfter ? null : now + Pauses.After(Tries, FirstPause, LongestPause);
        Tries++;
        Version++;
    }

    /// <summary>Its seller was erased: nobody asks about it any more. What was sent to it may still have to be taken back from there, so its reference stays.</summary>
    public void Forget()
    {
        (Why, CheckAt) = (null, null);
        Version++;
    }

    private void Refer(string reference) => VendorReference ??= PaymentAttempt.Cut(reference, PaymentAttempt.ReferenceLength);

    internal sealed class Mapping : IEntityTypeConfiguration<Payee>
    {
        public void Configure(EntityTypeBuilder<Payee> builder)
        {
            builder.ToTable("Payees");
            builder.Property(payee => payee.Code).HasMaxLength(Storefront.Shared.Code.SecretLength);
            builder.Property(payee => payee.Gateway).HasMaxLength(20);
            builder.Property(payee => payee.VendorReference).HasMaxLength(PaymentAttempt.ReferenceLength);
            builder.Property(payee => payee.Missing).HasMaxLength(MissingLength);
            builder.Property(payee => payee.Why).HasMaxLength(PaymentAttempt.WhyLength);
            builder.Property(payee => payee.Version).IsConcurrencyToken();
            builder.Ignore(payee => payee.Ref).Ignore(payee => payee.Card);
            builder.HasIndex(payee => payee.Code).IsUnique();
            builder.HasIndex(payee => new { payee.ShopId, payee.Gateway }).IsUnique();
            builder.HasIndex(payee => payee.CheckAt);
        }
    }
}

internal static class PayeeTables
{
    extension(StoreDb db)
    {
        public DbSet<Payee> Payees => db.Set<Payee>();

        public DbSet<Remittance> Remittances => db.Set<Remittance>();
    }
}
