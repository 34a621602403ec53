using Storefront.Shared;

namespace Storefront.Modules.Orders.Model;

/// <summary>What is given back of one line: whole pieces, or a part of the price, for grams that are missing or for anything else.</summary>
internal sealed record LinePart(OrderLine Line, int Quantity, Money Goods, int? ShortGrams = null);

/// <summary>What is given back at one time, or what there is left to give.</summary>
internal sealed record RefundParts(IReadOnlyList<LinePart> Lines, Money Freight)
{
    public Money Sum => Lines.Aggregate(Freight, (sum, line) => sum + line.Goods);
}

/// <summary>
/// What of an order has not been given back yet. Asks for an order with its lines and refunds loaded. While a part of an order waits to be packed,
/// pieces are only those that wait; money can be given back of all.
/// </summary>
internal sealed class Refundable
{
    private Refundable(RefundParts all) => All = all;

    /// <summary>Every line in its order, also those of which nothing is left.</summary>
    public RefundParts All { get; }

    public static Refundable Of(Order order)
    {
        var sum = order.Lines.Aggregate(Money.Zero, (all, line) => all + line.Sum);
        if (sum != order.Goods || order.Refunds.Count != order.RefundCount)
            throw new InvalidOperationException($"Order {order.Number} was loaded without its lines or refunds.");
        var given = order.Refunds.SelectMany(refund => refund.Lines).ToLookup(line => line.LineId);
        var lines = order.Lines.OrderBy(line => line.Id).Select(line => new LinePart(
            line,
            order.IsPaidAndHere ? line.Left : line.Quantity - given[line.Id].Sum(part => part.Quantity),
            given[line.Id].Aggregate(line.Sum, (left, part) => left - part.Goods)));
        return new(new([.. lines], order.Refunds.Aggregate(order.Freight, (left, refund) => left - refund.Freight)));
    }

    /// <summary>So many pieces of each line, and the freight if asked for. A line of which a part went back before has only the rest to give. Null: more than is left.</summary>
    public RefundParts? Pieces(IReadOnlyList<int> pieces, bool freight)
    {
        if (pieces.Count > All.Lines.Count || pieces.Zip(All.Lines).Any(pair => pair.First < 0 || pair.First > pair.Second.Quantity)) return null;
        var lines = All.Lines.Zip(pieces, (left, asked) => new LinePart(left.Line, asked, Least(left.Line.Price * asked, left.Goods)));
        return new([.. lines.Where(line => line.Quantity > 0)], freight ? All.Freight : Money.Zero);
    }

    /// <summary>A sum, shared by the lines after what each has left; what is more than all goods is taken from the freight. Null: more than is left.</summary>
    public RefundParts? Part(Money sum)
    {
        if (sum > All.Sum || sum < Money.Zero) return null;
        var goods = Least(sum, All.Sum - All.Freight);
        var shares = goods.Spread([.. All.Lines.Select(line => line.Goods.Fen)]);
        var lines = All.Lines.Zip(shares, (left, share) => new LinePart(left.Line, 0, share));
        return new([.. lines.Where(line => !line.Goods.IsZero)], sum - goods);
    }

    /// <summary>
    /// What is missing by the scale, line by line: the missing part of the price, a begun fen for the buyer, never more than the line has left. A line that weighs
    /// more has nothing to give. Null: one of them cannot be weighed, or cannot be any more.
    /// </summary>
    public RefundParts? Short(IReadOnlyList<int?> grams)
    {
        if (grams.Count > All.Lines.Count || All.Lines.Zip(grams).Any(pair => pair.Second is { } said && (said <= 0 || !pair.First.Line.MayWeigh))) return null;
        var lines = All.Lines.Zip(grams, (left, said) => said < left.Line.OrderedGrams ? Missing(left, left.Line.OrderedGrams - said.Value) : null).OfType<LinePart>();
        return new([.. lines.Where(line => !line.Goods.IsZero)], Money.Zero);
    }

    private static LinePart Missing(LinePart left, int grams)
    {
        var (price, whole) = ((Int128)(left.Line.Price * left.Line.Left).Fen, left.Line.OrderedGrams);
        return new(left.Line, 0, Least(new((long)((price * grams + whole - 1) / whole)), left.Goods), grams);
    }

    private static Money Least(Money a, Money b) => a < b ? a : b;
}
