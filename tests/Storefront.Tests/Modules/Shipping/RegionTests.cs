using System.Net;
using Storefront.Modules.Shipping;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Shipping.Regions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Shipping;

public sealed class RegionTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private static readonly RegionBook Regions = new();

    [Theory]
    [InlineData("331124102", "浙江省 丽水市 松阳县 玉岩镇", "浙江 松阳")]
    [InlineData("331124", "浙江省 丽水市 松阳县", "浙江 松阳")]
    [InlineData("110105", "北京市 朝阳区", "北京 朝阳")]
    [InlineData("1101", "北京市", "北京")]
    [InlineData("441900119", "广东省 东莞市 长安镇", "广东 东莞")]
    [InlineData("331127", "浙江省 丽水市 景宁畲族自治县", "浙江 景宁")]
    [InlineData("429004", "湖北省 仙桃市", "湖北 仙桃")]
    [InlineData("65", "新疆维吾尔自治区", "新疆")]
    [InlineData("999999", null, null)]
    [InlineData("3311241", null, null)]
    [InlineData("33112x", null, null)]
    [InlineData("", null, null)]
    public void Names(string code, string? full, string? origin) => Assert.Equal((full, origin), (Regions.FullName(code), Regions.Origin(code)));

    [Fact]
    public void Every_region_is_reached_from_the_top()
    {
        int Count(string code) => Regions.Children(code).Sum(child => 1 + Count(child.Code));
        Assert.Equal(44_703, Count(""));
        Assert.Equal(31, Regions.Children("").Count);
    }

    [Theory]
    [InlineData("331124", true)]
    [InlineData("331124102", true)]
    [InlineData("3311", false)]
    [InlineData("331199", false)]
    [InlineData(null, false)]
    public void A_parcel_needs_a_county(string? code, bool isPlace) => Assert.Equal(isPlace, ((IRegions)Regions).IsPlace(code));

    [Fact]
    public async Task The_script_gets_children_as_json_for_a_day()
    {
        var visitor = shop.App.NewVisitor();
        var answer = await visitor.GetAsync("/regions/331124");
        Assert.Equal("public, max-age=86400", answer.Raw.Headers.CacheControl!.ToString());
        Assert.Contains("""["331124102","玉岩镇"]""", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/regions/99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/regions/331124102")).Status);
    }

    [Theory]
    [InlineData("YT1234567890123", "yuantong")]
    [InlineData("jd0012345678901", "jd")]
    [InlineData("JT12345678901", "jtexpress")]
    [InlineData("SF1234567890123", "shunfeng")]
    [InlineData("123456789012", "shunfeng")]
    [InlineData("7712345678901", null)]
    [InlineData("", null)]
    public void Guesses_a_carrier_by_the_shape_of_the_number(string waybill, string? carrier) => Assert.Equal(carrier, new CarrierBook().Guess(waybill));
}
