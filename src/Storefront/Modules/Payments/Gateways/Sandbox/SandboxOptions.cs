namespace Storefront.Modules.Payments.Gateways.Sandbox;

/// <summary><c>Payments:Sandbox</c>.</summary>
internal sealed class SandboxOptions
{
    /// <summary>The bank's page is opened by scanning a code with another device, instead of being led there.</summary>
    public bool ShowsCode { get; set; }
}
