using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>What the payer holds, from what the browser says of itself (a wrong guess costs the payer a worse page, never money), and who that is at a vendor.</summary>
internal sealed class Payers(IEnumerable<IPayerIdentity> identities)
{
    /// <summary>Whether a vendor's app shows our page and may have to be asked whose it is.</summary>
    public static bool IsInApp(HttpRequest request) => DeviceOf(request) == Device.InWeChat;

    /// <param name="gateway">Null where no vendor knows its payers.</param>
    public Payer Of(HttpContext context, string? gateway) =>
        new(DeviceOf(context.Request), Texts.Language, context.Connection.RemoteIpAddress?.ToString(), IdentityOf(gateway)?.Of(context));

    /// <summary>Where the payer has to go before a charge can be begun; null: nowhere.</summary>
    public Uri? Ask(HttpContext context, string gateway, string returnPath) =>
        IsInApp(context.Request) && IdentityOf(gateway) is { } identity && identity.Of(context) is null ? identity.Ask(context, returnPath) : null;

    public static Device DeviceOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (agent.Contains("MicroMessenger", StringComparison.OrdinalIgnoreCase)) return Device.InWeChat;
        return agent.Contains("Mobile", StringComparison.OrdinalIgnoreCase) || agent.Contains("Android", StringComparison.OrdinalIgnoreCase) ? Device.Phone : Device.Desktop;
    }

    private IPayerIdentity? IdentityOf(string? gateway) => identities.FirstOrDefault(identity => identity.Gateway == gateway);
}
