using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Storefront.Modules.Shipping.Regions;

namespace Storefront.Tests.Modules.Shipping;

public sealed class RegionFormTests
{
    [Theory]
    [InlineData("33", "3311", "331124", "331124102", "331124102")]
    [InlineData("33", "3311", "331124", "", "331124")]
    [InlineData("33", "", "", "", "33")]
    [InlineData("32", "3311", "331124", "331124102", "32")]
    [InlineData("33", "3311", "330106", "330106002", "3311")]
    [InlineData("", "3311", "", "", "")]
    public void The_deepest_code_that_fits_all_above_it_counts(string province, string city, string county, string town, string chosen)
    {
        var form = new RegionForm(new FormCollection(new Dictionary<string, StringValues>
        {
            ["Input.RegionCode.p"] = province,
            ["Input.RegionCode.c"] = city,
            ["Input.RegionCode.a"] = county,
            ["Input.RegionCode.t"] = town,
        }));
        Assert.Equal(chosen, form.GetValue("Input.RegionCode").FirstValue);
        Assert.Equal(Microsoft.AspNetCore.Mvc.ModelBinding.ValueProviderResult.None, form.GetValue("Input.Other"));
    }
}
