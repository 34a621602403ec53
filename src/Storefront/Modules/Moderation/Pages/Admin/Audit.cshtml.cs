using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;

namespace Storefront.Modules.Moderation.Pages.Admin;

/// <summary>The log of admins' acts, newest first, all or of one subject.</summary>
internal sealed class Audit(StoreDb db, IAccounts accounts) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public Page<Row> Entries { get; private set; } = Page<Row>.Empty;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        var rows = await db.AuditEntries.AsNoTracking()
            .Where(entry => Subject == null || entry.Subject == Subject)
            .OrderByDescending(entry => entry.Id).Take(number, Paging.Size).ToListAsync(Cancel);
        var people = await accounts.FindManyAsync([.. rows.Select(row => row.ActorId).OfType<long>().Distinct()], Cancel);
        Entries = rows.ToPage(number, Paging.Size).Map(entry => new Row(
            entry.At, entry.ActorId is { } id && people.TryGetValue(id, out var person) ? person.Name : Texts["moderation.shop_itself"], entry.Act, entry.Subject, entry.Detail));
    }

    internal sealed record Row(DateTime At, string Actor, string Act, string Subject, string? Detail);
}
