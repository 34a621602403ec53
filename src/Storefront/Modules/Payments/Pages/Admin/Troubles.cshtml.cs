using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages.Admin;

[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Troubles(ListTroubles list, RetryRefund retry) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public Trouble Show { get; set; }

    public Page<ListTroubles.Row> List { get; private set; } = Page<ListTroubles.Row>.Empty;

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? code) =>
        code is not null && await retry.RunAsync(code, Cancel)
            ? LocalRedirect("/admin/payments?show=refunds")
            : await RefuseAsync("", Texts["payments.admin.retry_gone"]);

    protected override async Task LoadAsync() => List = await list.RunAsync(Show, Number, Cancel);
}
