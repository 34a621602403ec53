using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Data;

namespace Storefront.Modules.Sellers.Model;

internal enum PaperNeed { NotNeeded, SellerDeclares, Needed }

/// <summary>Which paper a category of goods needs. Law changes and sources disagree, so this is data: with where it is from and when it was noted.</summary>
internal sealed class PaperRule
{
    public const int SourceLength = 300;

    /// <summary>Key of the category, as in the catalogue.</summary>
    public string Category { get; init; } = "";

    public PaperNeed Need { get; set; }

    /// <summary>Category of the food production licence, such as "112"; null where there is none.</summary>
    public string? FoodCategory { get; set; }

    public string Source { get; set; } = "";

    public DateOnly NotedOn { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PaperRule>
    {
        private const string Produce = "食品安全法第三十五条：销售食用农产品不需要取得许可";
        private const string Processed = "食品生产许可分类目录（2020）；小作坊按各省规定";
        private const string Disputed = "各地对初级农产品的解释不一：由卖家申报，审核员决定";
        private static readonly DateOnly Noted = new(2026, 11, 21);

        public void Configure(EntityTypeBuilder<PaperRule> builder)
        {
            builder.ToTable("PaperRules");
            builder.HasKey(rule => rule.Category);
            builder.Property(rule => rule.Category).HasMaxLength(20);
            builder.Property(rule => rule.FoodCategory).HasMaxLength(10);
            builder.Property(rule => rule.Source).HasMaxLength(SourceLength);
            builder.HasData(
                Rule("honey", PaperNeed.SellerDeclares, "126", Disputed), Rule("dried", PaperNeed.Needed, "112", Processed), Rule("sugar", PaperNeed.Needed, "121", Processed),
                Rule("tea", PaperNeed.SellerDeclares, "114", Disputed), Rule("grain", PaperNeed.NotNeeded, null, Produce), Rule("fruit", PaperNeed.NotNeeded, null, Produce),
                Rule("oil", PaperNeed.Needed, "102", Processed), Rule("other", PaperNeed.SellerDeclares, null, Disputed));
        }

        private static PaperRule Rule(string category, PaperNeed need, string? food, string source) =>
            new() { Category = category, Need = need, FoodCategory = food, Source = source, NotedOn = Noted };
    }
}

internal static class PaperRuleSets
{
    extension(StoreDb db)
    {
        public DbSet<PaperRule> PaperRules => db.Set<PaperRule>();
    }
}
