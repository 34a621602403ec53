using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

/// <summary>A seller's private paper as bytes, for reviewers. Nothing in it can run, nothing keeps it.</summary>
[Authorize(Roles = $"{Policies.ReviewerRole},{Policies.AdminRole}")]
internal sealed class Document(LookAtDocument look) : StorePage
{
    public async Task<IActionResult> OnGetAsync(string shop, string document)
    {
        if (await look.RunAsync(shop, document, Cancel) is not { } picture) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(picture.Bytes, picture.ContentType);
    }
}
