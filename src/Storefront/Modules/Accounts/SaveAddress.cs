using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Adds an address or changes one of one's own. The first is the default; a new default takes the mark from the old.</summary>
internal sealed class SaveAddress(StoreDb db)
{
    /// <param name="code">Null adds a new one.</param>
    public Task<Outcome> RunAsync(long accountId, string? code, Address written, bool makeDefault, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var all = await db.SavedAddresses.Where(saved => saved.AccountId == accountId).ToListAsync(token);
        var saved = code is null ? New(all, accountId) : all.FirstOrDefault(saved => saved.Code == code);
        if (saved is null) return code is null ? Outcome.TooMany : Outcome.Unknown;
        saved.Write(written.Name, written.Phone, written.RegionCode, written.Region, written.Street);
        if (makeDefault || !all.Any(other => other.IsDefault))
            foreach (var other in all.Append(saved)) other.IsDefault = other == saved;
        return Outcome.Saved;
    }, cancel);

    private SavedAddress? New(List<SavedAddress> all, long accountId)
    {
        if (all.Count >= SavedAddress.Most) return null;
        var saved = new SavedAddress { Code = Code.NewPublic(), AccountId = accountId };
        db.SavedAddresses.Add(saved);
        return saved;
    }

    internal enum Outcome { Saved, Unknown, TooMany }
}
