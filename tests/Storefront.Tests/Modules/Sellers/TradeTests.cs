using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>A shop that sells: its season, its papers running out. Each test moves time, so each has its own shop and clock.</summary>
public sealed class TradeTests : IAsyncLifetime
{
    private readonly StoreFixture _fixture = new();
    private Applicant _owner = null!;
    private Visitor _reviewer = null!;

    private StoreApp App => _fixture.App;

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        (_reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        _owner = await (await Applicant.NewAsync(App)).ApprovedAsync(_reviewer);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Only_an_open_shop_sells()
    {
        Assert.Empty(await ForbiddenAsync("honey"));
        Assert.Equal("/sell/me", (await SubmitAsync("Rest")).Location);
        Assert.Equal(ShopState.Paused, await _owner.StateAsync());
        Assert.Equal(["honey"], await ForbiddenAsync("honey"));
        Assert.Equal("/sell/me", (await SubmitAsync("Rest")).Location);
        Assert.Empty(await ForbiddenAsync("honey"));

        await _reviewer.DecideAsync(await _owner.CodeAsync(), "Suspend", "Complaints");
        Assert.Equal(["honey"], await ForbiddenAsync("honey"));
        Assert.Equal("/sell", (await _owner.Visitor.GetAsync("/sell/me")).Location);
        Assert.Contains("Complaints", (await _owner.Visitor.GetAsync("/sell")).Text, StringComparison.Ordinal);
        await _reviewer.DecideAsync(await _owner.CodeAsync(), "Lift");
        Assert.Equal(ShopState.Approved, await _owner.StateAsync());
    }

    [Fact]
    public async Task An_expired_paper_stops_what_it_covers_until_a_new_one_is_accepted()
    {
        var shop = await _owner.ShopAsync();
        var lines = await App.RunAsync<IShops, IReadOnlyList<LicenceLine>>(shops => shops.LicencesAsync(shop.Id, default));
        Assert.Equal(("sellers.licence.line.Food", "SC11644200000389"), (Assert.Single(lines).TextKey, lines[0].Number));
        var until = shop.Licences[0].ExpiresOn!.Value;
        App.Clock.Advance(until.AddDays(-20).ToDateTime(TimeOnly.MinValue) - LocalTime.Today(App.Clock).ToDateTime(TimeOnly.MinValue));
        await App.SettleAsync();
        await App.SettleAsync();
        Assert.Equal(1, await ToldAsync("sellers.notice.expires"));
        Assert.Empty(await ForbiddenAsync("honey", "dried"));

        App.Clock.Advance(TimeSpan.FromDays(21));
        await App.SettleAsync();
        await App.SettleAsync();
        Assert.Equal(1, await ToldAsync("sellers.notice.expired"));
        Assert.Equal(["dried"], await ForbiddenAsync("honey", "dried"));

        await SignInAgainAsync();
        Assert.Equal("/sell/me", (await _owner.LicenceAsync(covers: ["dried"])).Location);
        Assert.Equal(["dried"], await ForbiddenAsync("honey", "dried"));
        Assert.Contains(shop.Code, (await _reviewer.GetAsync("/admin")).Text, StringComparison.Ordinal);
        await _reviewer.DecideAsync(shop.Code, "AcceptPaper");
        Assert.Empty(await ForbiddenAsync("honey", "dried"));
        Assert.DoesNotContain(shop.Code, (await _reviewer.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    private async Task<Answer> SubmitAsync(string handler) =>
        await _owner.Visitor.SubmitAsync(await _owner.Visitor.GetAsync("/sell/me"), form: $"main form[action$='handler={handler}']");

    private async Task<IReadOnlyList<string>> ForbiddenAsync(params string[] categories)
    {
        var id = (await _owner.ShopAsync()).Id;
        var forbidden = await App.RunAsync<IShops, IReadOnlyCollection<(long, string Category)>>(shops => shops.ForbiddenAsync([.. categories.Select(category => (id, category))], default));
        return [.. forbidden.Select(pair => pair.Category)];
    }

    private Task<int> ToldAsync(string key) => App.ReadAsync(db => db.Set<Notice>().CountAsync(notice => notice.AccountId == _owner.Account && notice.TextKey == key));

    /// <summary>Two years on, nobody is signed in any more.</summary>
    private async Task SignInAgainAsync()
    {
        await App.SignInAsync(_owner.Visitor, _owner.Phone);
        (_reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
    }
}
