using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Videos.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>Every end point against every role, in the demo market. A new page without a line in the table fails.</summary>
public sealed class DoorsTests : IClassFixture<DoorsTests.DemoMarket>
{
    /// <summary>
    /// What a GET answers: a status, "in" for the way to sign-in, "sell" for the way to the stall, "on" for another redirect.
    /// Whoever holds an order's secret code may see the order; what only takes posts answers 404 or leads on.
    /// Columns: guest, buyer, the shop's seller, another seller, a helper of this and other shops who has chosen another one, reviewer. Codes are those of the honey shop.
    /// </summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["/"] = "200 200 200 200 200 200",
        ["/admin"] = "in 403 403 403 403 200",
        ["/admin/accounts"] = "in 403 403 403 403 403",
        ["/admin/accounts/{code}"] = "in 403 403 403 403 403",
        ["/admin/audit"] = "in 403 403 403 403 200",
        ["/admin/consents"] = "in 403 403 403 403 200",
        ["/admin/documents/{shop}/{document}"] = "in 403 403 403 403 404",
        ["/admin/money/adjustments"] = "in 403 403 403 403 403",
        ["/admin/money/commission"] = "in 403 403 403 403 403",
        ["/admin/money/payouts"] = "in 403 403 403 403 403",
        ["/admin/money/payouts/lines/{code:length(10)}"] = "in 403 403 403 403 403",
        ["/admin/money/payouts/lines/{code:length(10)}/proof"] = "in 403 403 403 403 403",
        ["/admin/money/payouts/{code:length(10)}"] = "in 403 403 403 403 403",
        ["/admin/money/payouts/{code:length(10)}/bank"] = "in 403 403 403 403 403",
        ["/admin/money/reconcile"] = "in 403 403 403 403 403",
        ["/admin/orders"] = "in 403 403 403 403 403",
        ["/admin/orders/{number}"] = "in 403 403 403 403 403",
        ["/admin/payments"] = "in 403 403 403 403 403",
        ["/admin/payments/offline"] = "in 403 403 403 403 403",
        ["/admin/payments/offline/{code}"] = "in 403 403 403 403 403",
        ["/admin/payments/offline/{code}/proofs/{proof}"] = "in 403 403 403 403 403",
        ["/admin/products"] = "in 403 403 403 403 200",
        ["/admin/products/{code}"] = "in 403 403 403 403 200",
        ["/admin/shops"] = "in 403 403 403 403 200",
        ["/admin/shops/{code}"] = "in 403 403 403 403 200",
        ["/admin/told"] = "in 403 403 403 403 403",
        ["/admin/videos"] = "in 403 403 403 403 200",
        ["/b/{code:length(10)}"] = "200 200 200 200 200 200",
        ["/c/{category}"] = "200 200 200 200 200 200",
        ["/cart"] = "200 200 200 200 200 200",
        ["/cart/add"] = "on on on on on on",
        ["/checkout"] = "on on on on on on",
        ["/dev/messages"] = "200 200 200 200 200 200",
        ["/error/{status:int}"] = "200 200 200 200 200 200",
        ["/first-admin/{token}"] = "404 404 404 404 404 404",
        ["/goods"] = "200 200 200 200 200 200",
        ["/health/live"] = "200 200 200 200 200 200",
        ["/health/ready"] = "200 200 200 200 200 200",
        ["/join/{key:length(26)}"] = "404 404 404 404 404 404",
        ["/live/{code:length(10)}"] = "200 200 200 200 200 200",
        ["/manifest.webmanifest"] = "200 200 200 200 200 200",
        ["/me"] = "200 200 200 200 200 200",
        ["/me/account"] = "in 200 200 200 200 200",
        ["/me/account/code"] = "in on on on on on",
        ["/me/account/email"] = "in 200 200 200 200 200",
        ["/me/account/erase"] = "in 200 200 200 200 200",
        ["/me/account/export"] = "in on on on on on",
        ["/me/account/password"] = "in 200 200 200 200 200",
        ["/me/account/phone"] = "in 200 200 200 200 200",
        ["/me/addresses"] = "in 200 200 200 200 200",
        ["/me/addresses/{code}"] = "in 200 200 200 200 200",
        ["/me/consents/{code}"] = "in 404 404 404 404 404",
        ["/me/fees"] = "in 200 200 200 200 200",
        ["/me/fees/account"] = "in 200 200 200 200 200",
        ["/me/helping"] = "in 200 200 200 200 200",
        ["/me/helping/{code}"] = "in 404 404 404 404 404",
        ["/me/notices"] = "in 200 200 200 200 200",
        ["/me/notices/settings"] = "in 200 200 200 200 200",
        ["/me/orders"] = "in 200 200 200 200 200",
        ["/me/passkeys"] = "in 200 200 200 200 200",
        ["/me/passkeys/add"] = "in 200 200 200 200 200",
        ["/me/passkeys/{code:length(16)}"] = "in 404 404 404 404 404",
        ["/me/profile"] = "in 200 200 200 200 200",
        ["/me/sessions"] = "in 200 200 200 200 200",
        ["/media/{name}"] = "200 200 200 200 200 200",
        ["/orders/of/{code}"] = "on on on on on on",
        ["/orders/{code}"] = "200 200 200 200 200 200",
        ["/p/{code}"] = "200 200 200 200 200 200",
        ["/pay/notices/{gateway}"] = "404 404 404 404 404 404",
        ["/pay/wechatpay/me"] = "404 404 404 404 404 404",
        ["/pay/wechatpay/told"] = "400 400 400 400 400 400",
        ["/pay/{attempt:length(26)}"] = "on on on on on on",
        ["/pay/{attempt:length(26)}/proof"] = "on on on on on on",
        ["/pay/{attempt:length(26)}/return"] = "on on on on on on",
        ["/pay/{attempt:length(26)}/state"] = "200 200 200 200 200 200",
        ["/push/moved"] = "404 404 404 404 404 404",
        ["/regions/{code}"] = "200 200 200 200 200 200",
        ["/s/{code}"] = "200 200 200 200 200 200",
        ["/sandbox/{charge:length(26)}"] = "404 404 404 404 404 404",
        ["/search"] = "200 200 200 200 200 200",
        ["/sell"] = "in 200 on on on 200",
        ["/sell/apply/check"] = "in on sell sell sell on",
        ["/sell/apply/licence"] = "in on 200 200 403 on",
        ["/sell/apply/payout"] = "in on 200 200 403 on",
        ["/sell/apply/place"] = "in on on on on on",
        ["/sell/apply/shop"] = "in 200 200 200 403 200",
        ["/sell/freight"] = "in sell 200 200 403 sell",
        ["/sell/help"] = "in sell 200 200 200 sell",
        ["/sell/learn"] = "in sell 200 200 200 sell",
        ["/sell/learn/{key}"] = "in sell 200 200 200 sell",
        ["/sell/link"] = "in sell 200 200 200 sell",
        ["/sell/live"] = "in sell 200 200 200 sell",
        ["/sell/me"] = "in sell 200 200 200 sell",
        ["/sell/members"] = "in sell 200 200 200 sell",
        ["/sell/members/invite"] = "in sell 200 200 403 sell",
        ["/sell/money"] = "in sell 200 200 200 sell",
        ["/sell/money/account"] = "in sell 404 404 404 sell",
        ["/sell/money/account/return"] = "in sell 404 404 404 sell",
        ["/sell/money/csv"] = "in sell 200 200 200 sell",
        ["/sell/money/print"] = "in sell 200 200 200 sell",
        ["/sell/orders"] = "in sell 200 200 200 sell",
        ["/sell/orders/packing"] = "in sell 200 200 200 sell",
        ["/sell/orders/{number}"] = "in sell 200 404 200 sell",
        ["/sell/orders/{number}/slip"] = "in sell 200 404 200 sell",
        ["/sell/orders/{number}/weigh"] = "in sell 200 404 200 sell",
        ["/sell/phone"] = "in sell 200 200 200 sell",
        ["/sell/phone/token"] = "200 200 200 200 200 200",
        ["/sell/photos"] = "404 404 404 404 404 404",
        ["/sell/products"] = "in sell 200 200 200 sell",
        ["/sell/products/{code}"] = "in sell 200 404 404 sell",
        ["/sell/products/{code}/stock"] = "in sell 200 404 404 sell",
        ["/sell/share"] = "in sell 200 200 200 sell",
        ["/sell/share/{code:length(10)}"] = "in sell on on on sell",
        ["/sell/text-size"] = "in sell 200 200 200 sell",
        ["/sell/today"] = "in sell 200 200 200 sell",
        ["/sell/videos"] = "in sell 200 200 200 sell",
        ["/sell/videos/brought/{code:length(10)?}"] = "in sell 200 404 404 sell",
        ["/sell/videos/{code:length(10)}"] = "in sell 200 404 404 sell",
        ["/sell/videos/{code:length(10)}/label"] = "in sell 200 404 404 sell",
        ["/sign-in"] = "200 on on on on on",
        ["/sign-in/code"] = "in on on on on on",
        ["/sign-in/email"] = "200 on on on on on",
        ["/sign-in/password"] = "200 on on on on on",
        ["/sign-out"] = "on on on on on on",
        ["/sign-up"] = "200 on on on on on",
        ["/statement/{key:length(26)}"] = "404 404 404 404 404 404",
        ["/u/{code:length(26)}"] = "404 404 404 404 404 404",
        ["/v/{code:length(10)}"] = "200 200 200 200 200 200",
        ["/videos"] = "200 200 200 200 200 200",
        ["/{**path:file}"] = "404 404 404 404 404 404",
    };

    private readonly DemoMarket _market;

    public DoorsTests(DemoMarket market) => _market = market;

    [Fact]
    public void Every_end_point_has_a_line()
    {
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), _market.Routes);
    }

    [Fact]
    public async Task Every_door_opens_for_whom_it_should()
    {
        var wrong = new List<string>();
        foreach (var route in _market.Routes)
        {
            var answers = new List<string>();
            foreach (var visitor in _market.Visitors) answers.Add(await AskAsync(visitor, _market.PathOf(route)));
            var found = string.Join(' ', answers);
            if (Table.GetValueOrDefault(route) != found) wrong.Add($"[\"{route}\"] = \"{found}\",");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<string> AskAsync(Visitor visitor, string path)
    {
        var answer = await visitor.GetAsync(path);
        return answer.Location switch
        {
            null => ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture),
            var to when to.Contains("/sign-in", StringComparison.Ordinal) => "in",
            "/sell" => "sell",
            _ => "on",
        };
    }

    public sealed class DemoMarket : IAsyncLifetime
    {
        private const string HoneySeller = "13800000003";
        private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
        private StoreApp _app = null!;

        internal IReadOnlyList<Visitor> Visitors { get; private set; } = [];

        internal IReadOnlyList<string> Routes => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        public async Task InitializeAsync()
        {
            _app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true");
            Visitors = [_app.NewVisitor(), await InAsync("13800000008"), await InAsync(HoneySeller), await InAsync("13800000004"), await InAsync("13800000006"), await InAsync("13800000002")];
            await FillAsync();
        }

        public async Task DisposeAsync() => await _app.DisposeAsync();

        /// <summary>A route with the honey shop's own codes filled in.</summary>
        internal string PathOf(string route) => _values.Aggregate(route, (path, value) => path.StartsWith(value.Key.Split('|')[0], StringComparison.Ordinal)
            ? System.Text.RegularExpressions.Regex.Replace(path, $@"\{{{value.Key.Split('|')[1]}[^}}]*\}}", value.Value)
            : path);

        private async Task<Visitor> InAsync(string phone)
        {
            var visitor = _app.NewVisitor();
            await _app.SignInAsync(visitor, phone, Storefront.Modules.Accounts.Demo.People.Password);
            return visitor;
        }

        private async Task FillAsync()
        {
            var owner = await _app.RunAsync<Storefront.Modules.Accounts.Contracts.IAccounts, long>(async accounts => (await accounts.FindByLoginAsync(HoneySeller, default))!.Id);
            var shop = await _app.ReadAsync(db => db.Shops.FirstAsync(shop => shop.Members.Any(member => member.AccountId == owner)));
            var product = await _app.ReadAsync(db => db.Products.Where(product => product.ShopId == shop.Id).OrderBy(product => product.Id).FirstAsync());
            var order = await _app.ReadAsync(db => db.Orders.Where(order => order.ShopId == shop.Id && order.State == OrderState.Paid).FirstAsync());
            var attempt = await _app.ReadAsync(db => db.PaymentAttempts.OrderBy(attempt => attempt.Id).FirstAsync());
            _values["/p/|code"] = product.Code;
            _values["/s/|code"] = _values["/admin/shops/|code"] = _values["/admin/documents/|shop"] = shop.Code;
            _values["/admin/documents/|document"] = "0000000000";
            _values["/admin/money/payouts/|code"] = "0000000000";
            _values["/sell/products/|code"] = _values["/sell/share/|code"] = _values["/admin/products/|code"] = product.Code;
            _values["/sell/orders/|number"] = order.Number;
            _values["/admin/orders/|number"] = order.Number;
            _values["/orders/of/|code"] = order.CheckoutCode;
            _values["/orders/{|code"] = order.Code;
            _values["/pay/|attempt"] = attempt.Code;
            _values["/sandbox/|charge"] = attempt.Code;
            _values["/sell/learn/|key"] = "light";
            _values["/live/|code"] = await _app.ReadAsync(db => db.LiveShows.Select(show => show.Code).FirstAsync());
            _values["/v/|code"] = _values["/sell/videos/|code"] = await _app.ReadAsync(db => db.Videos.Where(video => video.ShopId == shop.Id).Select(video => video.Code).FirstAsync());
            _values["/media/|name"] = product.Photos[0] + "-320";
            _values["/b/|code"] = await _app.ReadAsync(db => db.Batches.Where(batch => batch.ProductId == product.Id).Select(batch => batch.Code).FirstAsync());
            _values["/c/|category"] = "honey";
            _values["/regions/|code"] = "33";
            _values["/error/|status"] = "404";
            _values["/admin/payments/|code"] = _values["/admin/payments/|proof"] = "0000000000";
            _values["/first-admin/|token"] = "nothing";
            _values["/me/addresses/|code"] = "new";
            _values["/me/passkeys/|code"] = "0000000000000000";
            _values["/pay/notices/|gateway"] = "sandbox";
        }
    }
}
