using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>What is sold, how much of it there is, and the pages on which it is found.</summary>
internal sealed class CatalogModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ICatalog, CatalogDesk>();
        services.AddScoped<IShopGoods, ShopGoods>();
        services.AddScoped<HoldStock>();
        services.AddScoped<TellLowStock>().AddScoped<SellHolds>();
        services.AddScoped<ReleaseHolds>();
        services.AddScoped<Shelf>();
        services.AddScoped<ReadItem>();
        services.AddScoped<IndexProduct>();
        services.AddScoped<SaveProduct>();
        services.AddScoped<SavePhotos>();
        services.AddScoped<ReadShare>();
        services.AddScoped<TieVideo>();
        services.AddScoped<RestockProduct>();
        services.AddScoped<RepriceSize>();
        services.AddScoped<ShowProduct>();
        services.AddScoped<ReceiveStock>();
        services.AddScoped<CorrectStock>();
        services.AddScoped<RecallBatch>();
        services.AddScoped<JudgeProduct>();
        services.AddScoped<Demo.ListDemoGood>();
        services.AddScoped<IDemoGoods, Demo.DemoGoodsDesk>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ShareSheet.Map(endpoints);
}
