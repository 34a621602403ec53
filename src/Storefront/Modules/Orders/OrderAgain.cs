using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>Puts the goods of orders that came to nothing into the visitor's cart again, as far as they can still be had.</summary>
internal sealed class OrderAgain(StoreDb db, ICart cart)
{
    public async Task<PutOutcome> RunAsync(Expression<Func<Order, bool>> which, CancellationToken cancel)
    {
        var lines = await db.Orders.Where(which).SelectMany(order => order.Lines).OrderBy(line => line.Id)
            .Select(line => new { line.VariantCode, line.Quantity }).ToListAsync(cancel);
        return await cart.PutAsync([.. lines.GroupBy(line => line.VariantCode).Select(group => new CartLine(group.Key, group.Sum(line => line.Quantity)))], cancel);
    }
}
