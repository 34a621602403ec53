using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Demo;

/// <summary>Most buyers of the demo market pay; the notices come in by the door that every gateway's come in by.</summary>
internal sealed class PayDemoOrders(StoreDb db, BeginPayment begin, IEnumerable<IPretendPayer> payers) : IDemoStep
{
    /// <summary>Nobody is sent there: the pretended payer needs no page to come back to.</summary>
    private static readonly BeginPayment.Visit Visit = new(new("http://localhost"), new(Device.Phone, Texts.Languages[0], Address: null, VendorId: null));

    public int Order => 52;

    public async Task RunAsync(CancellationToken cancel)
    {
        var placed = await db.PaymentAttempts.AsNoTracking().OrderBy(attempt => attempt.Id).Select(attempt => new { attempt.Code, attempt.Gateway }).ToListAsync(cancel);
        foreach (var (row, attempt) in DemoTables.Read<Row>("orders").Zip(placed))
        {
            if (row.Becomes is "Unpaid" or "CalledOff") continue;
            await begin.RunAsync(attempt.Code, Visit, cancel);
            await payers.Single(payer => payer.Gateway == attempt.Gateway).PayAsync(attempt.Code, cancel);
        }
    }

    /// <summary>What Payments knows of a row of orders.json; rows and payments are in the same order.</summary>
    internal sealed record Row(string Becomes);
}
