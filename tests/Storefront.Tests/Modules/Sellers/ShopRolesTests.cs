using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>Every page of the stall against every role in the shop. A page that is not in this table is the same for all three.</summary>
public sealed class ShopRolesTests(Stalls market) : IClassFixture<Stalls>
{
    /// <summary>Owner, family, helper.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["/sell/apply/licence"] = "200 200 403",
        ["/sell/apply/payout"] = "200 403 403",
        ["/sell/apply/shop"] = "200 200 403",
        ["/sell/freight"] = "200 200 403",
        ["/sell/members/invite"] = "200 403 403",
    };

    [Fact]
    public async Task Pages_keep_to_the_table()
    {
        var stall = await market.OpenShopAsync();
        var (family, _, phone) = await market.App.SignedInAsync("en");
        await family.AcceptAsync(await market.InviteAsync(stall.Owner, stall.Shop, phone, "Family"));
        var (helper, _, _) = await market.HelperAsync(stall);
        var wrong = new List<string>();
        foreach (var route in Routes)
        {
            var answers = new List<int>();
            foreach (var visitor in new[] { stall.Owner, family, helper }) answers.Add((int)(await visitor.GetAsync(route)).Status);
            var found = string.Join(' ', answers);
            if (Table.TryGetValue(route, out var expected) ? found != expected : answers.Distinct().Skip(1).Any()) wrong.Add($"[\"{route}\"] = \"{found}\",");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Everybody_reads_the_table_that_the_pages_keep_to()
    {
        var (owner, _) = await market.OpenShopAsync();
        var rows = (await owner.GetAsync("/sell/members")).Page.QuerySelectorAll("table tbody tr");
        Assert.Equal(
            RoleTable.Rights.Select(right => string.Join(' ', RoleTable.Roles.Select(role => RoleTable.May(role, right) ? "yes" : "no"))),
            rows.Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
        Assert.Equal([ShopRight.Closing, ShopRight.Members, ShopRight.PayoutAccount], RoleTable.Rights.Where(right => !RoleTable.May(MemberRole.Family, right)));
    }

    private IEnumerable<string> Routes => market.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => route.StartsWith("/sell/", StringComparison.Ordinal) && !route.Contains('{', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
