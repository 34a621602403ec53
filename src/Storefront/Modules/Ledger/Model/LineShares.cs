using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Model;

/// <summary>How the money of an order line is shared. Commission + helper's fee + mine = goods + freight, always: mine is what is left.</summary>
internal sealed record LineShares(Money Goods, Money Freight, Money Commission, Money HelperFee)
{
    public static readonly LineShares None = new(Money.Zero, Money.Zero, Money.Zero, Money.Zero);

    /// <summary>What the buyer paid for it.</summary>
    public Money Total => Goods + Freight;

    public Money Mine => Total - Commission - HelperFee;

    public static LineShares operator +(LineShares a, LineShares b) => new(a.Goods + b.Goods, a.Freight + b.Freight, a.Commission + b.Commission, a.HelperFee + b.HelperFee);

    public static LineShares operator -(LineShares a, LineShares b) => new(a.Goods - b.Goods, a.Freight - b.Freight, a.Commission - b.Commission, a.HelperFee - b.HelperFee);

    /// <summary>A sale's shares. Commission and fee are taken of the goods and rounded here, once a line; freight is the seller's, whole.</summary>
    /// <param name="helper">Whom the grower thanks, and how; null: nobody.</param>
    public static LineShares Of(Money goods, Money freight, int commissionBasisPoints, HelperTerms? helper = null)
    {
        var commission = goods.Share(commissionBasisPoints);
        return new(goods, freight, commission, helper?.Of(goods, goods - commission) ?? Money.Zero);
    }

    /// <summary>
    /// The shares of a part that goes back to the buyer, after <paramref name="before"/> went back of the same line. Fees go back in proportion to the
    /// goods returned so far, not to this part alone: whatever the parts were, with the last fen of the goods the last fen of every fee is back.
    /// </summary>
    public LineShares Part(LineShares before, Money goods, Money freight)
    {
        var (goodsBack, freightBack) = (before.Goods + goods, before.Freight + freight);
        if (goods < Money.Zero || freight < Money.Zero || goodsBack > Goods || freightBack > Freight)
            throw new InvalidOperationException($"Of {Goods} and freight {Freight}, {before.Goods} and {before.Freight} are back; {goods} and {freight} more cannot be.");
        return new(goods, freight, Back(Commission, goodsBack) - before.Commission, Back(HelperFee, goodsBack) - before.HelperFee);
    }

    private Money Back(Money fee, Money goodsBack) => goodsBack == Goods ? fee : new((long)(((Int128)fee.Fen * goodsBack.Fen * 2 + Goods.Fen) / ((Int128)Goods.Fen * 2)));
}
