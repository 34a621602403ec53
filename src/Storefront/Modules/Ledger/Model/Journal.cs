using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>Stored by number, never renumbered.</summary>
internal enum JournalKind { Capture, Cancellation, RefundOut, Surplus, Release, Refund, Payout, PayoutReturn, Adjustment }

/// <summary>The accounts of the book. Stored by number, never renumbered.</summary>
internal enum LedgerAccount
{
    /// <summary>Money of buyers that lies at the gateways.</summary>
    GatewayClearing,

    /// <summary>What is owed back to buyers.</summary>
    BuyerRefunds,

    /// <summary>What is owed to a shop and on hold: its order is not completed, or only lately.</summary>
    SellerPayable,

    /// <summary>What is owed to a helper and on hold, as long as its order's money is.</summary>
    HelperFee,
    PlatformCommission,

    /// <summary>What has been sent to shops and helpers; their banks have it or will have it.</summary>
    Payouts,

    /// <summary>What is owed to a shop and may be paid out.</summary>
    SellerAvailable,

    /// <summary>What the market bears itself: goodwill, mistakes, fees.</summary>
    MarketCosts,

    /// <summary>What is owed to a helper and may be paid out.</summary>
    HelperAvailable,
}

/// <summary>
/// One business event in the book, with all its entries at once; their sum is zero. Written once, never changed or deleted: what was wrong is
/// righted by another journal. The key makes the same event be written once.
/// </summary>
internal sealed class Journal : IAppendOnly
{
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<JournalLine> _lines = [];

    public long Id { get; init; }

    public required string Key { get; init; }

    public required JournalKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    public long? ShopId { get; init; }

    /// <summary>The account of the helper who sold it for the shop, or who is paid out; null where nobody did.</summary>
    public long? HelperId { get; init; }

    public string? OrderCode { get; init; }

    /// <summary>The order's number, as sellers read it.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>What the entries are shares of; negative where an order is undone.</summary>
    public Money Goods { get; init; }

    public Money Freight { get; init; }

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>What the shop reads of it; none where nothing of a shop's changes.</summary>
    public IReadOnlyList<JournalLine> Lines => _lines;

    /// <summary>All entries of a journal, debit positive, credit negative. Those of nothing are left out; a sum other than zero is a bug.</summary>
    public Journal With(params IEnumerable<(LedgerAccount Account, Money Amount)> entries)
    {
        _entries.AddRange(entries.Where(entry => !entry.Amount.IsZero).Select(entry => new LedgerEntry
        {
            Account = entry.Account,
            Amount = entry.Amount,
            ShopId = ShopId,
            HelperId = entry.Account is LedgerAccount.HelperFee or LedgerAccount.HelperAvailable or LedgerAccount.Payouts ? HelperId : null,
            OrderCode = OrderCode,
        }));
        var sum = _entries.Aggregate(Money.Zero, (total, entry) => total + entry.Amount);
        return sum.IsZero ? this : throw new InvalidOperationException($"Journal {Key} does not balance: {sum}.");
    }

    /// <summary>One line of the shop's statement.</summary>
    public Journal Saying(string name, LineShares shares, Money mine, Money paidOut = default, long? line = null)
    {
        _lines.Add(new JournalLine
        {
            ShopId = ShopId ?? throw new InvalidOperationException($"Journal {Key} is no shop's."),
            HelperId = HelperId,
            Kind = Kind,
            At = At,
            OrderCode = OrderCode,
            OrderNumber = OrderNumber,
            Line = line,
            Name = name.Length > JournalLine.NameLength ? name[..JournalLine.NameLength] : name,
            Goods = shares.Goods,
            Freight = shares.Freight,
            Commission = shares.Commission,
            HelperFee = shares.HelperFee,
            Mine = mine,
            PaidOut = paidOut,
        });
        return this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Journal>
    {
        public void Configure(EntityTypeBuilder<Journal> builder)
        {
            builder.ToTable("Journals");
            builder.Property(journal => journal.Key).HasMaxLength(160);
            builder.Property(journal => journal.Reason).HasMaxLength(200);
            builder.Property(journal => journal.OrderCode).HasMaxLength(40);
            builder.Property(journal => journal.OrderNumber).HasMaxLength(40);
            builder.HasIndex(journal => journal.Key).IsUnique();
            builder.HasIndex(journal => new { journal.ShopId, journal.Id });
            builder.HasMany(journal => journal.Entries).WithOne().HasForeignKey(entry => entry.JournalId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(journal => new { journal.Kind, journal.Id });
            builder.Navigation(journal => journal.Entries).HasField("_entries");
            builder.HasMany(journal => journal.Lines).WithOne().HasForeignKey(line => line.JournalId).OnDelete(DeleteBehavior.Restrict);
            builder.Navigation(journal => journal.Lines).HasField("_lines");
        }
    }
}

/// <summary>One amount on one account. Debit is positive, credit negative: what is owed to a shop is the negative of its entries' sum.</summary>
internal sealed class LedgerEntry : IAppendOnly
{
    public long Id { get; init; }

    public long JournalId { get; init; }

    public required LedgerAccount Account { get; init; }

    public long? ShopId { get; init; }

    /// <summary>Whose fee it is, on the accounts of helpers and of what was sent to them; null on every other account.</summary>
    public long? HelperId { get; init; }

    public string? OrderCode { get; init; }

    public required Money Amount { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerEntry>
    {
        public void Configure(EntityTypeBuilder<LedgerEntry> builder)
        {
            builder.ToTable("LedgerEntries");
            builder.Property(entry => entry.OrderCode).HasMaxLength(40);
            builder.HasIndex(entry => new { entry.Account, entry.ShopId });
            builder.HasIndex(entry => entry.HelperId);
            builder.HasIndex(entry => entry.OrderCode);
        }
    }
}

internal static class LedgerTables
{
    extension(StoreDb db)
    {
        public DbSet<Journal> Journals => db.Set<Journal>();

        public DbSet<LedgerEntry> LedgerEntries => db.Set<LedgerEntry>();

        public DbSet<JournalLine> JournalLines => db.Set<JournalLine>();

        public DbSet<OrderMoney> OrderMoneys => db.Set<OrderMoney>();

        public DbSet<CommissionRule> CommissionRules => db.Set<CommissionRule>();

        public DbSet<PayoutBatch> PayoutBatches => db.Set<PayoutBatch>();

        public DbSet<PayoutLine> PayoutLines => db.Set<PayoutLine>();
    }
}
