using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages.Admin;

/// <summary>The proof of a transfer as bytes. Nothing in it can run, nothing keeps it.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class TransferProof(LookAtProof look) : StorePage
{
    public async Task<IActionResult> OnGetAsync(string code, string proof)
    {
        if (await look.RunAsync(code, proof, Cancel) is not { } picture) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(picture.Bytes, picture.ContentType);
    }
}
