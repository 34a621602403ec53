using Storefront.Modules.Sellers.Model;

namespace Storefront.Tests.Modules.Sellers;

public sealed class LicenceNumberTests
{
    [Theory]
    [InlineData("Food", "SC11644200000389", "Good")]
    [InlineData("Food", "SC12345678901234", "WrongCheckDigit")]
    [InlineData("Food", "SC1164420000038", "WrongShape")]
    [InlineData("Food", "JY11108071215650", "WrongShape")]
    [InlineData("Trade", "JY11108071215650", "Good")]
    [InlineData("Trade", "JY11108071215651", "WrongCheckDigit")]
    [InlineData("Business", "911101083303521997", "Good")]
    [InlineData("Business", "911101083303521998", "WrongCheckDigit")]
    [InlineData("Business", "91110108330352199I", "WrongShape")]
    [InlineData("Workshop", "浙小作坊 2024-17", "NotChecked")]
    public void A_number_is_judged_by_the_rule_of_its_kind(string kind, string number, string verdict) =>
        Assert.Equal(Enum.Parse<NumberVerdict>(verdict), LicenceNumber.Check(Enum.Parse<LicenceKind>(kind), number));

    [Fact]
    public void One_mistyped_digit_never_passes()
    {
        const string Right = "SC11644200000389";
        var wrong = from place in Enumerable.Range(2, 14)
                    from digit in "0123456789"
                    where Right[place] != digit
                    select Right[..place] + digit + Right[(place + 1)..];
        Assert.All(wrong, number => Assert.Equal(NumberVerdict.WrongCheckDigit, LicenceNumber.Check(LicenceKind.Food, number)));
    }

    [Fact]
    public void A_number_is_read_as_people_type_it() => Assert.Equal("SC11644200000389", LicenceNumber.Tidy(" sc116 4420-0000389 "));
}
