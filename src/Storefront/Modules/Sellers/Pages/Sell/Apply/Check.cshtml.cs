using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>The last look before the reviewers get it.</summary>
internal sealed class Check(MyApplication applications, SubmitShop submit) : StorePage
{
    public Shop Shop { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var shop = await applications.FindAsync(Cancel);
        if (shop is not { IsApplying: true })
        {
            context.Result = LocalRedirect(shop is null ? Steps.Shop.Path : "/sell");
            return;
        }
        if (!Steps.IsComplete(shop) || shop.OpenRequests.Any())
        {
            context.Result = LocalRedirect(Steps.Onward(shop));
            return;
        }
        Shop = shop;
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await submit.RunAsync(Shop.Id, User.AccountId!.Value, Cancel);
        return LocalRedirect("/sell");
    }
}
