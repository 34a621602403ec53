using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>The bank's slip of a payout as bytes. Nothing in it can run, nothing keeps it.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Proof(LookAtProof look) : StorePage
{
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await look.RunAsync(code, Cancel) is not { } picture) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(picture.Bytes, picture.ContentType);
    }
}
