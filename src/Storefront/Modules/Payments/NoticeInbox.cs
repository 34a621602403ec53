using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments;

/// <summary>The end point for far sides in our own process: same path, in a scope of its own as a request would have.</summary>
internal sealed class NoticeInbox(IServiceScopeFactory scopes) : INoticeInbox
{
    public async Task<Reply> DeliverAsync(string gateway, Notice notice, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReceiveNotice>().RunAsync(gateway, notice, cancel)
            ?? throw new InvalidOperationException($"Gateway {gateway} is not configured.");
    }
}
