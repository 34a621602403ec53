using Storefront.Shared;

namespace Storefront.Tests.Shared;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData(" +86 138-0013-8000 ", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("(138) 0013 8000", "13800138000")]
    [InlineData("12800138000", null)]
    [InlineData("1380013800", null)]
    [InlineData("138001380001", null)]
    [InlineData("１３８００１３８０００", null)]
    [InlineData("13800138000x", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_mobile_numbers_however_they_are_spaced(string? typed, string? number) => Assert.Equal(number, Phone.Read(typed));

    [Theory]
    [InlineData("13800138000", "138****8000")]
    [InlineData("05788060", "****8060")]
    [InlineData("12", "****12")]
    public void Masks_the_middle(string number, string masked) => Assert.Equal(masked, Phone.Masked(number));
}
