namespace Storefront.Modules.Payments.Gateways;

/// <summary>
/// What a payer will be led to, said before the gateway is chosen. Page: a page of the vendor, and back. Scan: a code for another device. App: the app that shows
/// our page. Wait: words to be followed.
/// </summary>
public enum WayToPay { Page, Scan, App, Wait }
