namespace Storefront.Tests.House;

public sealed class NamesTests
{
    [Fact]
    public void Namespaces_follow_folders() => Finding.None(SourceFile.Code.SelectMany(NameRules.WrongNamespace));

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() => Finding.None(SourceFile.Code.SelectMany(NameRules.RefusedNames));

    [Fact]
    public void Nothing_is_public_without_need() => Finding.None(SourceFile.Code.SelectMany(NameRules.NeedlesslyPublic));

    [Fact]
    public void No_interface_has_a_single_implementation() => Finding.None(NameRules.LonelyInterfaces(SourceFile.Code));

    [Fact]
    public void Every_page_has_the_route_of_its_folder() => Finding.None(SourceFile.Views.SelectMany(NameRules.WrongRoute));

    [Fact]
    public void No_route_is_taken_twice() => Finding.None(NameRules.TakenTwice(SourceFile.Views));

    [Theory]
    [InlineData("namespace Storefront.Modules;")]
    [InlineData("namespace Storefront.Modules.Cart { }")]
    public void A_namespace_beside_its_folder_is_red(string code)
    {
        Assert.Single(NameRules.WrongNamespace(Cart(code)));
        Assert.Empty(NameRules.WrongNamespace(Cart("namespace Storefront.Modules.Cart;")));
    }

    [Theory]
    [InlineData("class CartHelper;")]
    [InlineData("record LineDto;")]
    [InlineData("class Outer { enum LineInfo { } }")]
    [InlineData("interface ICartManager;")]
    public void A_refused_ending_is_red(string code) => Assert.Single(NameRules.RefusedNames(Cart(code)));

    [Fact]
    public void A_needless_public_is_red()
    {
        Assert.Single(NameRules.NeedlesslyPublic(Cart("public class Basket;")));
        Assert.Empty(NameRules.NeedlesslyPublic(Cart("public class Badge : Microsoft.AspNetCore.Mvc.ViewComponent; internal class Basket { public class Line; }")));
        Assert.Empty(NameRules.NeedlesslyPublic(new("src/Storefront/Modules/Cart/Contracts/X.cs", "public interface ICart;")));
    }

    [Fact]
    public void An_interface_with_one_implementation_is_red()
    {
        Assert.Single(NameRules.LonelyInterfaces([Cart("interface IPrice; class Price : IPrice;")]));
        Assert.Single(NameRules.LonelyInterfaces([Cart("interface IPrice<T>; interface IMore : IPrice<int>; class Price : Some.IPrice<int>, IMore; class More : IMore;")]));
        Assert.Empty(NameRules.LonelyInterfaces([Cart("interface IPrice; class One : IPrice; record Two : IPrice;")]));
        Assert.Empty(NameRules.LonelyInterfaces([new("src/Storefront/Modules/Payments/Gateways/IGateway.cs", "interface IGateway;")]));
    }

    [Theory]
    [InlineData("Pages/Index.cshtml", "<p></p>")]
    [InlineData("Pages/Index.cshtml", "@page")]
    [InlineData("Pages/Index.cshtml", "@page \"cart\"")]
    [InlineData("Pages/Index.cshtml", "@page \"{code}\"")]
    [InlineData("Pages/Index.cshtml", "@page \"/sell/cart\"")]
    [InlineData("Pages/Index.cshtml", "@page \"/admin\"")]
    [InlineData("Pages/Sell/Index.cshtml", "@page \"/cart\"")]
    [InlineData("Pages/Sell/Index.cshtml", "@page \"/sellers\"")]
    [InlineData("Pages/Admin/Deep/Index.cshtml", "@page \"/sell/carts\"")]
    [InlineData("Pages/_Line.cshtml", "@page \"/cart\"")]
    [InlineData("Lost.cshtml", "@page \"/cart\"")]
    public void A_wrong_route_is_red(string path, string text) => Assert.NotEmpty(NameRules.WrongRoute(View(path, text)));

    [Theory]
    [InlineData("Pages/Index.cshtml", "@page \"/cart\"\r\n@model Index")]
    [InlineData("Pages/Sellers.cshtml", "@page \"/sellers\"")]
    [InlineData("Pages/Sell/Index.cshtml", "@page \"/sell\"")]
    [InlineData("Pages/Admin/Deep/Index.cshtml", "@page \"/admin/carts/{code}\"")]
    [InlineData("Pages/_Line.cshtml", "<p></p>")]
    [InlineData("Pages/Sell/_ViewStart.cshtml", "@{ Layout = null; }")]
    public void A_right_route_is_green(string path, string text) => Assert.Empty(NameRules.WrongRoute(View(path, text)));

    [Fact]
    public void A_route_taken_twice_is_red() => Assert.Single(NameRules.TakenTwice([View("Pages/A.cshtml", "@page \"/x\""), View("Pages/B.cshtml", "@page \"/X\"")]));

    private static SourceFile Cart(string code) => new("src/Storefront/Modules/Cart/Basket.cs", code);

    private static SourceFile View(string path, string text) => new("src/Storefront/Modules/Cart/" + path, text);
}
