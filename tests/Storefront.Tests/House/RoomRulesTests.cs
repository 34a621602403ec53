namespace Storefront.Tests.House;

/// <summary>Shows every rule between rooms red on a made-up house.</summary>
public sealed class RoomRulesTests
{
    private const string M = "Storefront.Modules.";

    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal) { ["Checkout"] = ["Cart", "Catalog"] };

    [Theory]
    [InlineData("Program", "Storefront.Host.Pipeline")]
    [InlineData("Storefront.Host.Pipeline", "Storefront.Data.StoreDb")]
    [InlineData("Storefront.Data.StoreDb", "Storefront.Shared.IEvent")]
    [InlineData("Storefront.Data.Outbox.Worker", "Storefront.Data.StoreDb")]
    [InlineData("Storefront.Data.Providers.Sqlite.SqliteDb", "Storefront.Data.StoreDb")]
    [InlineData(M + "Cart.Pages.Index", M + "Cart.Model.Cart")]
    [InlineData(M + "Cart.AddLine", "Storefront.Data.StoreDb")]
    [InlineData(M + "Checkout.PlaceOrder", M + "Cart.Contracts.ICart")]
    [InlineData(M + "Payments.BeginPayment", M + "Payments.Gateways.IGateway")]
    [InlineData(M + "Payments.Gateways.Alipay.AlipayGateway", M + "Payments.Gateways.IGateway")]
    [InlineData(M + "Shared._Layout", "Storefront.Shared.Texts")]
    [InlineData(M + "Cart.Contracts.CartChanged", "Storefront.Shared.IEvent")]
    public void Allowed(string from, string to) => Assert.Empty(Forbidden(from, to));

    [Theory]
    [InlineData("Program", M + "Cart.CartModule")]
    [InlineData("Storefront.Host.Pipeline", M + "Cart.Contracts.ICart")]
    [InlineData("Storefront.Host.Pipeline", "Storefront.Data.Providers.Sqlite.SqliteDb")]
    [InlineData("Storefront.Shared.Texts", "Storefront.Data.StoreDb")]
    [InlineData("Storefront.Shared.Texts", "Storefront.Host.Pipeline")]
    [InlineData("Storefront.Data.StoreDb", "Storefront.Data.Providers.Sqlite.SqliteDb")]
    [InlineData("Storefront.Data.StoreDb", M + "Cart.Model.Cart")]
    [InlineData("Storefront.Data.Providers.Sqlite.SqliteDb", "Storefront.Data.Providers.SqlServer.SqlServerDb")]
    [InlineData(M + "Cart.AddLine", "Storefront.Host.Pipeline")]
    [InlineData(M + "Cart.AddLine", "Storefront.Data.Providers.Sqlite.SqliteDb")]
    [InlineData(M + "Cart.AddLine", M + "Catalog.Contracts.ICatalog")]
    [InlineData(M + "Checkout.PlaceOrder", M + "Cart.Model.Cart")]
    [InlineData(M + "Checkout.Pages.Place", M + "Cart.Pages.Index")]
    [InlineData(M + "Checkout.PlaceOrder", M + "Payments.Gateways.IGateway")]
    [InlineData(M + "Checkout.Contracts.Placed", M + "Checkout.Model.Checkout")]
    [InlineData(M + "Cart.Contracts.ICart", M + "Checkout.Contracts.Placed")]
    [InlineData(M + "Checkout.Contracts.Placed", "Storefront.Data.StoreDb")]
    [InlineData(M + "Payments.BeginPayment", M + "Payments.Gateways.Alipay.AlipayGateway")]
    [InlineData(M + "Payments.Gateways.IGateway", M + "Payments.Model.Attempt")]
    [InlineData(M + "Payments.Gateways.Alipay.AlipayGateway", "Storefront.Data.StoreDb")]
    [InlineData(M + "Payments.Gateways.Alipay.AlipayGateway", M + "Payments.Gateways.WeChat.WeChatGateway")]
    [InlineData(M + "Payments.Gateways.Alipay.AlipayGateway", M + "Payments.Contracts.IPayments")]
    [InlineData(M + "Shared._Layout", M + "Cart.Contracts.ICart")]
    [InlineData("Storefront.Lost.Thing", "Storefront.Shared.IEvent")]
    [InlineData("Storefront.Host.Pipeline", "Storefront.Lost.Thing")]
    public void Refused(string from, string to) => Assert.Single(Forbidden(from, to));

    [Fact]
    public void A_type_outside_every_room_is_red() => Assert.Single(RoomRules.Homeless(["Storefront.Lost.Thing", "Storefront.Host.Pipeline", "System.Generated.Thing"]));

    [Fact]
    public void A_grant_that_nobody_uses_is_red()
    {
        var unused = RoomRules.UnusedGrants([Edge(M + "Checkout.PlaceOrder", M + "Cart.Contracts.ICart")], Table);
        Assert.Equal(["Checkout is granted Catalog and never asks it"], unused);
    }

    [Fact]
    public void A_cycle_is_red_and_told_whole()
    {
        var table = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Cart"] = ["Catalog"], ["Catalog"] = ["Sellers"], ["Sellers"] = ["Catalog"] };
        Assert.Equal(["Cycle: Catalog → Sellers → Catalog", "Cycle: Sellers → Catalog → Sellers"], RoomRules.Cycles(table));
        Assert.Empty(RoomRules.Cycles(Table));
    }

    [Theory]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.Data.SqlClient")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer")]
    public void An_engine_outside_the_providers_is_red(string assembly)
    {
        Assert.Single(RoomRules.EnginesOutsideProviders([new("Storefront.Data.StoreDb", "X.Connection", assembly)]));
        Assert.Empty(RoomRules.EnginesOutsideProviders([new("Storefront.Data.Providers.Any.AnyDb", "X.Connection", assembly)]));
    }

    [Theory]
    [InlineData("Quartz.ISchedulerFactory")]
    [InlineData("Quartz.Impl.StdSchedulerFactory")]
    public void A_module_that_drives_the_scheduler_is_red(string type)
    {
        Assert.Single(RoomRules.SchedulersOutsideHost([new(M + "Cart.CartModule", type, "Quartz")]));
        Assert.Empty(RoomRules.SchedulersOutsideHost([new(M + "Cart.Sweep", "Quartz.IJob", "Quartz"), new("Storefront.Host.Jobs", type, "Quartz")]));
    }

    [Fact]
    public void Only_what_is_owed_passes_and_a_paid_debt_is_red()
    {
        Finding.OnlyOwed(["A breaks this"], ["breaks this"]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Finding.OnlyOwed(["A breaks this", "A breaks that"], ["breaks this"]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Finding.OnlyOwed([], ["breaks this"]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Finding.None(["A breaks this"]));
    }

    private static IEnumerable<string> Forbidden(string from, string to) => RoomRules.Forbidden([Edge(from, to)], Table);

    private static Edge Edge(string from, string to) => new(from, to, "Storefront");
}
