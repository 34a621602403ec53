using Storefront.Shared;

namespace Storefront.Modules.Catalog.Contracts;

/// <summary>Nothing of this batch must be eaten or sold: those who bought it are to be told.</summary>
/// <param name="Reason">As the shop or the market wrote it, for the buyer to read.</param>
public sealed record BatchRecalled(long BatchId, string ProductName, string Reason) : IEvent;
