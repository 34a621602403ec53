using FsCheck;
using FsCheck.Fluent;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Ledger;

public sealed class LineSharesTests
{
    [Fact]
    public void Whatever_the_parts_are_the_last_fen_of_every_share_goes_back_with_the_last_fen_of_the_goods()
    {
        var cases = from goods in Gen.Choose(0, 3_000)
                    from freight in Gen.Choose(0, 300)
                    from points in Gen.Choose(0, 10_000)
                    from helper in Gen.Choose(0, 100)
                    from cuts in Gen.Choose(0, 100).ListOf(4)
                    select (Goods: goods, Freight: freight, Points: points, Helper: helper, Cuts: cuts);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var sale = LineShares.Of(new(one.Goods), new(one.Freight), one.Points);
            sale = sale with { HelperFee = new((one.Goods - sale.Commission.Fen) * one.Helper / 100) };
            var gone = LineShares.None;
            foreach (var cut in one.Cuts)
            {
                var part = sale.Part(gone, new((sale.Goods - gone.Goods).Fen * cut / 100), new((sale.Freight - gone.Freight).Fen * (100 - cut) / 100));
                Assert.True(part is { Commission.Fen: >= 0, HelperFee.Fen: >= 0 } && part.Mine >= new Money(-1), $"{part} of {sale} after {gone}");
                gone += part;
                Assert.InRange(gone.Commission.Fen, 0, sale.Commission.Fen);
            }
            gone += sale.Part(gone, sale.Goods - gone.Goods, sale.Freight - gone.Freight);
            Assert.Equal(sale, gone);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData(101, 0)]
    [InlineData(0, 11)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void No_more_goes_back_than_was_paid(long goods, long freight) =>
        Assert.Throws<InvalidOperationException>(() => LineShares.Of(new(100), new(10), 500).Part(LineShares.None, new(goods), new(freight)));

    [Fact]
    public void A_sum_is_spread_to_the_last_fen()
    {
        var cases = from sum in Gen.Choose(0, 5_000) from weights in Gen.Choose(0, 900).NonEmptyListOf() select (Sum: sum, Weights: weights.Select(weight => (long)weight).ToList());
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var parts = new Money(one.Sum).Spread(one.Weights);
            Assert.Equal(one.Sum, parts.Sum(part => part.Fen));
            Assert.All(parts, part => Assert.True(part >= Money.Zero));
            if (one.Weights.Exists(weight => weight > 0)) Assert.All(parts.Zip(one.Weights).Where(pair => pair.Second == 0), pair => Assert.Equal(Money.Zero, pair.First));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_most_specific_rule_of_the_day_wins_and_of_those_the_newest()
    {
        var day = new DateOnly(2026, 11, 22);
        List<CommissionRule> rules =
        [
            Rule(1, RuleScope.Market, 500, day.AddDays(-9)), Rule(2, RuleScope.Market, 600, day), Rule(3, RuleScope.Market, 9_000, day.AddDays(1)),
            Rule(4, RuleScope.Category, 300, day.AddDays(-5), "honey"), Rule(5, RuleScope.Category, 350, day.AddDays(-5), "honey"),
            Rule(6, RuleScope.Shop, 100, day.AddDays(-20), shop: 7), Rule(7, RuleScope.Shop, 0, day.AddDays(3), shop: 7),
        ];
        Assert.Equal(600, CommissionRule.Pick(rules, 1, "tea", day)!.BasisPoints);
        Assert.Equal(350, CommissionRule.Pick(rules, 1, "honey", day)!.BasisPoints);
        Assert.Equal(100, CommissionRule.Pick(rules, 7, "honey", day)!.BasisPoints);
        Assert.Equal(0, CommissionRule.Pick(rules, 7, "honey", day.AddDays(3))!.BasisPoints);
        Assert.Equal(500, CommissionRule.Pick(rules, 1, "tea", day.AddDays(-1))!.BasisPoints);
        Assert.Null(CommissionRule.Pick(rules, 1, "tea", day.AddDays(-10)));
    }

    private static CommissionRule Rule(long id, RuleScope scope, int points, DateOnly from, string? category = null, long? shop = null) =>
        new() { Id = id, Scope = scope, BasisPoints = points, From = from, Category = category, ShopId = shop, SetAt = default };
}
