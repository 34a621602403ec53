using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>What the payer holds, from what the browser says of itself. A wrong guess costs the payer a worse page, never money.</summary>
internal static class Payers
{
    public static Payer Of(HttpContext context) => new(DeviceOf(context.Request), Texts.Language, context.Connection.RemoteIpAddress?.ToString(), VendorId: null);

    public static Device DeviceOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (agent.Contains("MicroMessenger", StringComparison.OrdinalIgnoreCase)) return Device.InWeChat;
        return agent.Contains("Mobile", StringComparison.OrdinalIgnoreCase) || agent.Contains("Android", StringComparison.OrdinalIgnoreCase) ? Device.Phone : Device.Desktop;
    }
}
