namespace Storefront.Modules.Orders;

/// <summary>Settings under "Orders".</summary>
internal sealed class OrderOptions
{
    /// <summary>Days after sending until an order counts as delivered when nobody has said so.</summary>
    public int DeliverAfterDays { get; set; } = 7;

    /// <summary>Days after delivery until an order is completed by itself.</summary>
    public int CompleteAfterDays { get; set; } = 10;
}
