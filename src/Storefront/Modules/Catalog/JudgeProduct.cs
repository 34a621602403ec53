using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>The market stops a product, lets it go again, or recalls a batch. The shop is told why, the log keeps it.</summary>
internal sealed class JudgeProduct(StoreDb db, RecallBatch recall, IAudit audit, INotices notices, IShops shops)
{
    public const int ReasonLength = RecallBatch.ReasonLength;

    public enum Act { Block, Unblock }

    public enum Outcome { Done, NotFound, ChangedMeanwhile }

    public async Task<Outcome> RunAsync(string code, Act act, string reason, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => MoveAsync(code, act, reason, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.ChangedMeanwhile;
        }
    }

    public async Task<Outcome> RecallAsync(string code, string batch, string reason, CancellationToken cancel)
    {
        var outcome = await recall.RunAsync(code, batch, shopId: null, reason, product => TellAsync(product, "recalled", reason, cancel), cancel);
        return outcome == RecallBatch.Outcome.Done ? Outcome.Done : Outcome.NotFound;
    }

    private async Task<Outcome> MoveAsync(string code, Act act, string reason, CancellationToken cancel)
    {
        var product = await db.Products.FirstOrDefaultAsync(product => product.Code == code, cancel);
        if (product is null) return Outcome.NotFound;
        if (product.State == ProductState.Blocked == (act == Act.Block)) return Outcome.ChangedMeanwhile;
        if (act == Act.Block) product.Block();
        else product.Unblock();
        await TellAsync(product, act == Act.Block ? "blocked" : "unblocked", reason, cancel);
        return Outcome.Done;
    }

    private async Task TellAsync(Product product, string what, string reason, CancellationToken cancel)
    {
        audit.Stage($"product-{what}", $"product/{product.Code}", reason);
        foreach (var member in await shops.MembersAsync(product.ShopId, cancel)) notices.Stage(member, $"catalog.notice.{what}", [product.Name, reason], "/sell/products", what == "recalled" ? Topic.Recall : Topic.ShopDecision);
    }
}
