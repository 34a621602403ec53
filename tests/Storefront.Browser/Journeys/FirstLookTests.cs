using Storefront.Browser.Steps;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

public sealed class FirstLookTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Somebody_signs_in(string language)
    {
        await using var person = await Person.WithPhoneAsync(shop.App.Address, language, $"signin/{language}");
        await person.GoAsync("/sign-in");
        await person.LookAsync("sign-in");
    }
}
