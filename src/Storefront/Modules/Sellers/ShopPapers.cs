using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>
/// A person's shops and applications. Erased, what never opened goes with its papers; a shop that has sold keeps its trade name and its licences,
/// because food has to be traceable, and loses its story and where its money went.
/// </summary>
internal sealed class ShopPapers(StoreDb db, Outbox outbox, IDocuments documents) : IPersonalData
{
    public string Name => "shops";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var shops = await Whole().AsNoTracking().Where(shop => shop.Members.Any(member => member.AccountId == accountId)).OrderBy(shop => shop.Id).ToListAsync(cancel);
        return shops.Count == 0 ? null : shops.ConvertAll(shop => Told(shop, shop.Members.Single(member => member.AccountId == accountId)));
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel)
    {
        var alone = await Whole().OwnedAlone(accountId).ToListAsync(cancel);
        var (unopened, opened) = (alone.FindAll(shop => !shop.HasOpened), alone.FindAll(shop => shop.HasOpened));
        foreach (var dropped in PapersDropped.Of(await UnneededAsync(accountId, unopened, cancel), alone.Select(shop => shop.PhotoCode).OfType<string>())) outbox.Stage(dropped);
        db.RemoveRange(unopened);
        foreach (var shop in opened) shop.Forget();
        db.RemoveRange(await db.ShopMembers.Where(member => member.AccountId == accountId).ToListAsync(cancel));
    }

    /// <summary>Papers of the applications that go, and whatever else the person has uploaded that no shop's licence shows.</summary>
    private async Task<IReadOnlyList<string>> UnneededAsync(long accountId, List<Shop> gone, CancellationToken cancel)
    {
        var (ids, mine) = (gone.ConvertAll(shop => shop.Id), await documents.OwnedAsync(accountId, cancel));
        var needed = await db.Licences.Where(licence => licence.DocumentCode != null && mine.Contains(licence.DocumentCode) && !ids.Contains(licence.ShopId))
            .Select(licence => licence.DocumentCode!).ToListAsync(cancel);
        return [.. gone.SelectMany(shop => shop.Licences).Select(licence => licence.DocumentCode).OfType<string>().Concat(mine.Except(needed)).Distinct()];
    }

    private IQueryable<Shop> Whole() => db.Shops
        .Include(shop => shop.Payout).Include(shop => shop.Members).Include(shop => shop.Licences).Include(shop => shop.Requests).Include(shop => shop.Moves).AsSplitQuery();

    /// <summary>To a helper a shop is a place of work; the application and its papers are the owner's.</summary>
    private static object Told(Shop shop, ShopMember me) => me.Role != MemberRole.Owner ? new { shop.Name, me.Role, me.AddedAt } : new
    {
        shop.Name,
        me.Role,
        me.AddedAt,
        shop.State,
        shop.Story,
        shop.Place,
        shop.Village,
        Payout = shop.Payout is { } payout ? new { payout.Kind, payout.Holder, Number = payout.Masked } : null,
        Papers = shop.Licences.Select(paper => new { paper.Kind, paper.State, paper.Number, paper.Issuer, paper.Categories, paper.ExpiresOn, paper.FiledAt, HasPicture = paper.DocumentCode is not null }),
        Requests = shop.Requests.Select(request => new { request.Field, request.Message, request.AskedAt, request.AnsweredAt }),
        Steps = shop.Moves.OrderBy(move => move.Id).Select(move => new { move.From, move.To, move.At, move.Reason }),
    };
}
