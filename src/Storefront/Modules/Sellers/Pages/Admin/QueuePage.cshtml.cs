using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

internal sealed class QueuePage(Queue queue) : StorePage
{
    public Page<Queue.Entry> List { get; private set; } = Page<Queue.Entry>.Empty;

    public (int Applications, int Renewals, int Asked) Counts { get; private set; }

    /// <summary>Growers' consents on paper.</summary>
    public int Sheets { get; private set; }

    public async Task OnGetAsync(int page = 1)
    {
        List = await queue.PageAsync(page, Cancel);
        Counts = await queue.CountAsync(Cancel);
        Sheets = await queue.SheetsAsync(Cancel);
    }
}
