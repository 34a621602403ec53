using Storefront.Shared;

namespace Storefront.Modules.Offline.Pages.Sell;

/// <summary>What waits on this phone. The server knows nothing of it: the page is the empty form that its script fills in, and the answer for pages not kept.</summary>
internal sealed class OnPhone : StorePage;
