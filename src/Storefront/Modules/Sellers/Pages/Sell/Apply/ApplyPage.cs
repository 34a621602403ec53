using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>One step of the application. Who has nothing to do here is led on before the page begins.</summary>
internal abstract class ApplyPage(MyApplication applications) : StorePage
{
    /// <summary>Goods a shop can sell, as the catalogue names them.</summary>
    public static readonly IReadOnlyList<string> Categories = ["honey", "dried", "sugar", "tea", "grain", "fruit", "oil", "other"];

    public abstract Step Step { get; }

    public Shop? Shop { get; protected set; }

    public IReadOnlyList<ChangeRequest> Asked => [.. (Shop?.OpenRequests ?? []).Where(request => Step.Controls.ContainsKey(request.Field))];

    protected MyApplication Applications { get; } = applications;

    protected long Account => User.AccountId!.Value;

    /// <summary>What it takes to change this.</summary>
    protected virtual ShopRight Right => ShopRight.Shop;

    /// <summary>Whether a shop that trades may still change this.</summary>
    protected virtual bool StaysOpen => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Shop = await FindAsync();
        if (Elsewhere() is { } elsewhere)
        {
            context.Result = LocalRedirect(elsewhere);
            return;
        }
        var mine = HttpContext.RequestServices.GetRequiredService<MyShopDesk>();
        if (Shop is null ? await mine.IsForeignAsync(Cancel) : !await mine.MayAsync(Right, Cancel))
        {
            context.Result = Forbid();
            return;
        }
        if (Shop is not null && Request.Query.ContainsKey(MyShopDesk.Query)) mine.Choose(Shop.Code);
        await next();
    }

    protected virtual Task<Shop?> FindAsync() => Applications.FindAsync(Cancel);

    protected async Task<IActionResult> KeepAsync()
    {
        var kept = await Applications.KeepAsync(Shop!, Step, Cancel);
        return LocalRedirect(!kept ? "/sell" : Shop!.IsTrading ? "/sell/me" : Steps.Onward(Shop));
    }

    protected IEnumerable<SelectListItem> Choices<TEnum>(string prefix)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(value => new SelectListItem(Texts[prefix + value], value.ToString()));

    private string? Elsewhere() => Shop switch
    {
        null => Step == Steps.Shop ? null : Steps.Shop.Path,
        { IsApplying: true } => null,
        { IsTrading: true } => StaysOpen ? null : "/sell/me",
        _ => "/sell",
    };
}
