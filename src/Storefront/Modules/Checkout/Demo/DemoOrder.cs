using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Demo;

/// <summary>What Checkout knows of a row of orders.json.</summary>
/// <param name="Buyer">Phone of an account; null: a guest.</param>
/// <param name="To">Key in <see cref="DemoAddress.All"/>.</param>
/// <param name="Goods">Product, place of the size, how many.</param>
internal sealed record DemoOrder(string To, IReadOnlyList<IReadOnlyList<JsonElement>> Goods, string? Buyer = null, string? Note = null)
{
    public static IReadOnlyList<DemoOrder> All => DemoTables.Read<DemoOrder>("orders");

    public IEnumerable<(string Product, int Size, int Quantity)> Lines => Goods.Select(line => (line[0].GetString()!, line[1].GetInt32(), line[2].GetInt32()));
}

/// <summary>Where parcels of the demo market go. The streets do not exist.</summary>
internal sealed record DemoAddress(string Name, string Phone, string Region, string Street, string Language)
{
    public static readonly IReadOnlyDictionary<string, DemoAddress> All = new Dictionary<string, DemoAddress>(StringComparer.Ordinal)
    {
        ["home"] = new("林小满", "13800000007", "330106", "栗子弄 18 号 3 幢 502", "zh-CN"),
        ["office"] = new("林小满", "13800000007", "330106", "栗子弄 2 号创意园 B 座前台", "zh-CN"),
        ["anna"] = new("Anna Keller", "13800000008", "310115", "杏林路 99 弄 7 号 1201", "en"),
        ["aunt"] = new("周阿姨", "13800000031", "510107", "梧桐巷 5 号院 2 单元 401", "zh-CN"),
        ["student"] = new("小吴", "13800000032", "440106", "榕树街 31 号学生公寓 6 栋", "zh-CN"),
    };
}
