using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>The paper, or that none is needed. For a shop that trades this files a new one, which a reviewer looks at while the old one still counts.</summary>
internal sealed class LicenceStep(MyApplication applications, IDocuments documents, DocumentTickets tickets, StoreDb db) : ApplyPage(applications)
{
    private string? _document;

    [BindProperty]
    public LicenceForm Input { get; set; } = new();

    public override Step Step => Steps.Licence;

    public IEnumerable<SelectListItem> Kinds => Choices<LicenceKind>("sellers.kind.");

    public IReadOnlyList<PaperRule> Rules { get; private set; } = [];

    public bool HasDocument => (_document ?? Shop?.WaitingLicence?.DocumentCode) is not null;

    public async Task OnGetAsync()
    {
        if (Shop!.WaitingLicence is { } paper)
            Input = new() { Kind = paper.Kind, Number = paper.Number, Issuer = paper.Issuer, ExpiresOn = paper.ExpiresOn, Covers = [.. paper.Categories] };
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await TakeDocumentAsync();
        if (await RefuseAsync(Input) is { } refused) return refused;
        var document = _document ?? Shop!.WaitingLicence?.DocumentCode;
        var kind = Input.Kind!.Value;
        if (kind == LicenceKind.NoneNeeded)
        {
            Shop!.File(new(kind, null, null, null, null, Covers()), Applications.Now);
            return await KeepAsync();
        }
        if (document is null) return await RefuseAsync("Input.Document", Texts["sellers.document.missing"]);
        Shop!.File(new(kind, Tidy(Input.Number), Input.Issuer?.Trim(), document, Input.ExpiresOn, Covers()), Applications.Now);
        return await KeepAsync();
    }

    protected override async Task LoadAsync() => Rules = await db.PaperRules.AsNoTracking().OrderBy(rule => rule.Category).ToListAsync(Cancel);

    private List<string> Covers() => [.. Categories.Intersect(Input.Covers)];

    private static string? Tidy(string? number) => string.IsNullOrWhiteSpace(number) ? null : LicenceNumber.Tidy(number);

    private async Task TakeDocumentAsync()
    {
        _document = tickets.Read(Input.Ticket, Account);
        if (Input.Document is { } file)
        {
            await using var upload = file.OpenReadStream();
            var outcome = await documents.SaveAsync(upload, Account, Cancel);
            if (outcome.Code is { } code) _document = code;
            else ModelState.AddModelError("Input.Document", Texts[$"sellers.photo.{outcome.Refusal}"]);
        }
        Input.Ticket = _document is null ? null : tickets.Issue(_document, Account);
        ModelState.Remove("Input.Ticket");
    }
}
