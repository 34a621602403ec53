using System.Globalization;
using System.Security.Cryptography;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Model;

/// <summary>What one buyer bought of one seller. Its verbs are the only way its state moves; each move is dated and signed.</summary>
internal sealed class Order
{
    public const int NumberLength = 16;
    public const int NoteLength = 200;

    public long Id { get; init; }

    /// <summary>Secret: who holds it may see the order and act as its buyer.</summary>
    public required string Code { get; init; }

    /// <summary>For people: said on the telephone, written on the parcel, in the seller's addresses.</summary>
    public required string Number { get; init; }

    public required string CheckoutCode { get; init; }

    public required long ShopId { get; init; }

    public required string ShopName { get; init; }

    public required long? BuyerId { get; init; }

    public required string BuyerLanguage { get; init; }

    public required Address Address { get; init; }

    public required Money Goods { get; init; }

    public required Money Freight { get; init; }

    public required string? Note { get; init; }

    /// <summary>The shop's video that brought it: a video's code and nobody's.</summary>
    public string? VideoCode { get; init; }

    public required DateTime PlacedAt { get; init; }

    public OrderState State { get; private set; }

    /// <summary>When the state last moved.</summary>
    public DateTime MovedAt { get; private set; }

    public List<OrderLine> Lines { get; } = [];

    public List<OrderMove> Moves { get; } = [];

    public List<Parcel> Parcels { get; } = [];

    public List<OrderRefund> Refunds { get; } = [];

    /// <summary>Counts the refunds: of two at once one has to look again what is left.</summary>
    public int RefundCount { get; private set; }

    /// <summary>Counts the parcels its goods were packed into: of two who pack, give back or cancel at once one has to look again what is here.</summary>
    public int ParcelCount { get; private set; }

    public Money Total => Goods + Freight;

    /// <summary>Money is in and something waits to be sent; some of it may have left.</summary>
    public bool IsPaidAndHere => State is OrderState.Paid or OrderState.Packed;

    /// <summary>Some of it has left and some has not.</summary>
    public bool IsPartlySent => IsPaidAndHere && ParcelCount > 0;

    /// <summary>Nothing has left yet, so all of it can be called off.</summary>
    public bool MayCancel => IsPaidAndHere && ParcelCount == 0;

    /// <summary>Money is in, so some may be given back.</summary>
    public bool IsPaid => State is not (OrderState.AwaitingPayment or OrderState.Cancelled);

    /// <summary>The day and eight random digits: short enough to say, too many to count the market's orders by.</summary>
    public static string NewNumber(DateTime now)
    {
        var digits = RandomNumberGenerator.GetString("0123456789", 8);
        return string.Create(CultureInfo.InvariantCulture, $"{LocalTime.Of(now):yyMMdd}-{digits[..4]}-{digits[4..]}");
    }

    public void Place(Signature by) => Record(OrderState.AwaitingPayment, by, PlacedAt, reason: null);

    public bool Pay(Signature by, DateTime at) => Move(OrderState.Paid, by, at);

    public bool Pack(Signature by, DateTime at) => Move(OrderState.Packed, by, at);

    /// <summary>
    /// Hands a parcel to a carrier; the order is on its way when nothing waits any more. Further parcels of an order that is on its way only join it.
    /// Asks for an order with its lines loaded.
    /// </summary>
    /// <param name="pieces">What is in it, by line in the lines' order; null: everything that waits.</param>
    /// <returns>False when it is too late, or so much of it is not here.</returns>
    public bool Ship(string carrier, string waybill, Signature by, DateTime at, IReadOnlyList<int>? pieces = null)
    {
        var parcel = new Parcel { Carrier = carrier, Waybill = waybill, ShippedAt = at };
        if (State != OrderState.Shipped && !Fill(parcel, pieces)) return false;
        Parcels.Add(parcel);
        FinishSending(by, at);
        return true;
    }

    /// <summary>On its way, when a part has left and what was not sent has been given back or follows nowhere.</summary>
    public bool FinishSending(Signature by, DateTime at) => IsPartlySent && Lines.TrueForAll(line => line.Left == 0) && Move(OrderState.Shipped, by, at);

    public bool Deliver(Signature by, DateTime at) => Move(OrderState.Delivered, by, at);

    /// <summary>Whoever says that all is well with an order still on its way says that it has arrived as well.</summary>
    public bool Complete(Signature by, DateTime at)
    {
        if (State == OrderState.Shipped) Move(OrderState.Delivered, by, at);
        return Move(OrderState.Completed, by, at);
    }

    public bool Cancel(Signature by, DateTime at, string? reason) => !IsPartlySent && Move(OrderState.Cancelled, by, at, reason);

    /// <summary>Writes down what is given back. Pieces of an order that is still here will not be sent.</summary>
    public OrderRefund GiveBack(RefundParts parts, Signature by, DateTime at, string? reason, bool restocked)
    {
        var left = Refundable.Of(this).All;
        if (parts.Sum <= Money.Zero || parts.Freight > left.Freight || parts.Lines.Any(part => left.Lines.Any(one => one.Line == part.Line && (part.Goods > one.Goods || part.Quantity > one.Quantity))))
            throw new InvalidOperationException($"Order {Number} has {left.Sum} left to give back; {parts.Sum} cannot be taken from it that way.");
        RefundCount++;
        var refund = new OrderRefund
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"order-{Number}-{RefundCount}"),
            Freight = parts.Freight,
            By = by.Who,
            AccountId = by.AccountId,
            Reason = reason,
            At = at,
            Restocked = restocked,
        };
        refund.Lines.AddRange(parts.Lines.Select(part => new OrderRefundLine { LineId = part.Line.Id, Quantity = part.Quantity, Goods = part.Goods, ShortGrams = part.ShortGrams }));
        Refunds.Add(refund);
        if (!IsPaidAndHere) return refund;
        foreach (var part in parts.Lines) part.Line.Withdraw(part.Quantity);
        return refund;
    }

    private bool Fill(Parcel parcel, IReadOnlyList<int>? pieces)
    {
        if (!IsPaidAndHere) return false;
        var lines = Lines.OrderBy(line => line.Id).ToList();
        var packed = lines.Zip(pieces ?? lines.ConvertAll(line => line.Left)).Where(part => part.Second != 0).ToList();
        if (packed.Count == 0 || packed.Exists(part => part.Second < 0 || part.Second > part.First.Left)) return false;
        foreach (var (line, quantity) in packed)
        {
            line.Send(quantity);
            parcel.Lines.Add(new() { LineId = line.Id, Quantity = quantity });
        }
        ParcelCount++;
        return true;
    }

    private bool Move(OrderState to, Signature by, DateTime at, string? reason = null)
    {
        if (!OrderPaths.Allow(State, to)) return false;
        Record(to, by, at, reason);
        return true;
    }

    private void Record(OrderState to, Signature by, DateTime at, string? reason)
    {
        (State, MovedAt) = (to, at);
        Moves.Add(new() { To = to, At = at, By = by.Who, AccountId = by.AccountId, Reason = reason });
    }
}
