using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers;

/// <summary>The visitor works in a shop that trades.</summary>
internal sealed class TradesRequirement : IAuthorizationRequirement;

internal sealed class SellGate(IMyShop mine) : AuthorizationHandler<TradesRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, TradesRequirement requirement)
    {
        if (await mine.FindAsync(CancellationToken.None) is { State: ShopState.Approved or ShopState.Paused }) context.Succeed(requirement);
    }
}

internal sealed class RightGate(IMyShop mine) : AuthorizationHandler<MayAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayAttribute requirement)
    {
        if (await mine.MayAsync(requirement.Right, CancellationToken.None)) context.Succeed(requirement);
    }
}

/// <summary>Who opens a seller's page without a shop that trades is shown the way to one; a form sent there is refused.</summary>
internal sealed class ShowTheWay : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || !HttpMethods.IsGet(context.Request.Method) || authorizeResult.AuthorizationFailure?.FailedRequirements.OfType<TradesRequirement>().Any() != true)
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.Redirect("/sell");
        return Task.CompletedTask;
    }
}
