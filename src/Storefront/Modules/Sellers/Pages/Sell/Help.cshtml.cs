using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>Whom to ring, and how the things one does every day are done.</summary>
internal sealed class Help(IOptionsSnapshot<SellersOptions> options) : StorePage
{
    /// <summary>What there is to know, in the order of a day, and where it is done.</summary>
    public static readonly IReadOnlyList<(string Key, string Path)> Ways =
    [
        ("new", "/sell/orders"), ("pack", "/sell/orders/packing"), ("send", "/sell/orders"), ("weigh", "/sell/orders"), ("wrong", "/sell/orders?state=Shipped"),
        ("money", "/sell/money"), ("list", "/sell/products/new"), ("read", "/sell/text-size"),
    ];

    public string? Phone => options.Value.HelpPhone is { Length: > 0 } phone ? phone : null;

    /// <summary>The number as a telephone takes it.</summary>
    public string Dial => "tel:" + string.Concat(Phone!.Where(sign => sign is '+' || char.IsAsciiDigit(sign)));
}
