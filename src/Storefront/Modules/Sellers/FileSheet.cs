using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>A helper hands in the photo of the sheet that a grower has signed. It counts when a reviewer has seen it.</summary>
internal sealed class FileSheet(StoreDb db, IDocuments documents, IAudit audit)
{
    /// <param name="Refusal">What is wrong with the picture.</param>
    internal sealed record Result(bool IsFiled, PhotoRefusal Refusal = PhotoRefusal.None);

    public async Task<Result> RunAsync(string consent, long helper, Stream upload, CancellationToken cancel)
    {
        var picture = await documents.SaveAsync(upload, helper, cancel);
        if (picture.Code is not { } code) return new(IsFiled: false, picture.Refusal);
        return new(await documents.PlaceAsync(code, () => PlaceAsync(consent, helper, code, cancel), placed => placed));
    }

    private async Task<bool> PlaceAsync(string code, long helper, string document, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var consent = await db.HelperConsents.Include(one => one.Shop).FirstOrDefaultAsync(one => one.Code == code && one.HelperId == helper, token);
                if (consent is not { State: ConsentState.Asked }) return false;
                consent.File(document);
                audit.Stage("consent-filed", $"shop/{consent.Shop.Code}", $"{consent.FeeKind} {consent.FeeValue}");
                return true;
            }, cancel, placed => placed);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
