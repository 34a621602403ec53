using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Videos.Model;
using Storefront.Tests.Support;

namespace Storefront.Browser.Steps;

/// <summary>The demo market, started once; the journeys take turns in it.</summary>
[CollectionDefinition(Name)]
public sealed class DemoMarket : IAsyncLifetime, ICollectionFixture<DemoMarket>
{
    public const string Name = "demo market";
    public const string Password = "honey-and-tea";

    /// <summary>Keeps bees in Songyang and has a video of this year's honey.</summary>
    public const string Beekeeper = "13800000003";
    public const string Honey = "土蜂冬蜜";

    /// <summary>Of another farm.</summary>
    public const string Tea = "晒红";

    public StoreApp App { get; private set; } = null!;

    public DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync() => App = await StoreApp.StartAsync(change: null, "Demo:Enabled=true");

    public async Task DisposeAsync() => await App.DisposeAsync();

    public Task<string> VideoOfAsync(string product) => App.ReadAsync(db => (
        from known in db.Products
        join tie in db.VideoTies on known.Code equals tie.ProductCode
        join video in db.Videos on tie.VideoId equals video.Id
        where known.Name == product
        select video.Code).FirstAsync());
}
