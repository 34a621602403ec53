using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>Stored by number, never renumbered; the greater number is the more specific rule.</summary>
internal enum RuleScope { Market, Category, Shop }

/// <summary>The market's part of the goods' price from a day on. Written once: another rule with a later start, or written later, takes its place.</summary>
internal sealed class CommissionRule : IAppendOnly
{
    public long Id { get; init; }

    public required RuleScope Scope { get; init; }

    public string? Category { get; init; }

    public long? ShopId { get; init; }

    public required int BasisPoints { get; init; }

    /// <summary>The first day on which payments follow it.</summary>
    public required DateOnly From { get; init; }

    public required DateTime SetAt { get; init; }

    /// <summary>Of these rules, the one for goods of this category sold by this shop and paid on this day; null when none holds.</summary>
    public static CommissionRule? Pick(IEnumerable<CommissionRule> rules, long shopId, string category, DateOnly day) => rules
        .Where(rule => rule.From <= day && rule.Holds(shopId, category))
        .OrderByDescending(rule => rule.Scope).ThenByDescending(rule => rule.From).ThenByDescending(rule => rule.Id)
        .FirstOrDefault();

    private bool Holds(long shopId, string category) => Scope switch
    {
        RuleScope.Market => true,
        RuleScope.Category => Category == category,
        _ => ShopId == shopId,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<CommissionRule>
    {
        public void Configure(EntityTypeBuilder<CommissionRule> builder)
        {
            builder.ToTable("CommissionRules");
            builder.Property(rule => rule.Category).HasMaxLength(20);
            builder.HasIndex(rule => new { rule.ShopId, rule.From });
        }
    }
}
