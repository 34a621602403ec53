namespace Storefront.Modules.Payments.Gateways.Sandbox;

internal sealed class SandboxPayer(SandboxBank bank, SandboxPost post) : IPretendPayer
{
    public string Gateway => SandboxGateway.Name;

    public async Task PayAsync(string attempt, CancellationToken cancel)
    {
        var open = await bank.FindAsync(attempt, cancel);
        var paid = open is null ? null : await bank.PayAsync(open.Code, late: false, cancel);
        await post.DeliverAsync(paid ?? throw new InvalidOperationException("There is no open charge to be paid."), cancel);
    }
}
