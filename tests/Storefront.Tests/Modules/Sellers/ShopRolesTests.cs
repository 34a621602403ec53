using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

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

    /// <summary>Forms that only some may send, with whatever they hold. Family, helper.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["/sell/apply/licence"] = "400 403",
        ["/sell/apply/payout"] = "403 403",
        ["/sell/apply/shop"] = "302 403",
        ["/sell/freight"] = "400 403",
        ["/sell/me?handler=Rest"] = "403 403",
        ["/sell/members/invite"] = "403 403",
        ["/sell/members?handler=Remove"] = "403 403",
        ["/sell/members?handler=Role"] = "403 403",
        ["/sell/members?handler=Withdraw"] = "403 403",
    };

    [Fact]
    public async Task Forms_keep_to_the_table_as_well()
    {
        var stall = await market.OpenShopAsync();
        var (family, _, phone) = await market.App.SignedInAsync("en");
        await family.AcceptAsync(await market.InviteAsync(stall.Owner, stall.Shop, phone, "Family"));
        var (helper, _, _) = await market.HelperAsync(stall);
        var owner = await market.App.ReadAsync(db => db.ShopMembers.Where(one => one.ShopId == stall.Shop.Id && one.Role == MemberRole.Owner).Select(one => one.Code).SingleAsync());
        var before = await StateAsync(stall.Shop);
        var wrong = new List<string>();
        foreach (var path in Handlers)
        {
            var answers = new List<string>();
            foreach (var visitor in new[] { family, helper })
            {
                var fields = Visitor.FieldsOf(await visitor.GetAsync("/me/profile"), new { _once = Guid.NewGuid().ToString("N"), member = owner, role = "Helper" }, "main form[method=post]");
                var answer = await visitor.PostAsync(path, [.. fields, new("_shop", stall.Shop.Code)]);
                answers.Add(answer.IsForbidden() ? "403" : $"{(int)answer.Status}");
            }
            var found = string.Join(' ', answers);
            if (Forms.TryGetValue(path, out var expected) ? found != expected : answers.Contains("403") || answers[0] != answers[1]) wrong.Add($"[\"{path}\"] = \"{found}\",");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Forms.Keys.Except(Handlers));
        Assert.Equal(before, await StateAsync(stall.Shop));
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

    private Task<string> StateAsync(Shop shop) => market.App.ReadAsync(async db =>
    {
        var members = await db.ShopMembers.Where(one => one.ShopId == shop.Id).OrderBy(one => one.Id).Select(one => $"{one.AccountId} {one.Role}").ToListAsync();
        return $"{await db.Shops.Where(one => one.Id == shop.Id).Select(one => one.State).SingleAsync()} {string.Join(',', members)} {await db.PayoutAccounts.CountAsync(one => one.ShopId == shop.Id)}";
    });

    /// <summary>Every form of the stall that needs no code of a thing in its address.</summary>
    private IReadOnlyList<string> Handlers => [.. market.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("sell/", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains('{', StringComparison.Ordinal))
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerMethods ?? [])
            .Where(handler => handler.HttpMethod == "Post").Select(handler => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}{(handler.Name is null ? "" : $"?handler={handler.Name}")}"))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Routes => market.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(route => route.StartsWith("/sell/", StringComparison.Ordinal) && !route.Contains('{', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
