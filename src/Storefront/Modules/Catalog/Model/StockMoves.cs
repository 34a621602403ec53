using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Storefront.Modules.Catalog.Model;

/// <summary>
/// Every way stock can move, each one statement that checks and changes at once. All answer whether it happened.
/// Call them on one row, inside a write transaction.
/// </summary>
internal static class StockMoves
{
    extension(IQueryable<Stock> rows)
    {
        /// <summary>Rows that may be sold: not recalled, not past their date.</summary>
        public IQueryable<Stock> Fit(DateOnly today) => rows.Where(stock => !stock.Batch.Recalled && stock.Batch.BestBefore > today);

        public Task<bool> HoldAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.OnHand - stock.Held >= quantity)
            .MoveAsync(set => set.SetProperty(stock => stock.Held, stock => stock.Held + quantity), cancel);

        public Task<bool> UnholdAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.Held >= quantity)
            .MoveAsync(set => set.SetProperty(stock => stock.Held, stock => stock.Held - quantity), cancel);

        public Task<bool> SellHeldAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.Held >= quantity)
            .MoveAsync(
                set => set.SetProperty(stock => stock.OnHand, stock => stock.OnHand - quantity)
                    .SetProperty(stock => stock.Held, stock => stock.Held - quantity)
                    .SetProperty(stock => stock.Sold, stock => stock.Sold + quantity),
                cancel);

        public Task<bool> TakeBackAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.Sold >= quantity)
            .MoveAsync(
                set => set.SetProperty(stock => stock.OnHand, stock => stock.OnHand + quantity).SetProperty(stock => stock.Sold, stock => stock.Sold - quantity),
                cancel);

        public Task<bool> ReceiveAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.Received <= Stock.Most - quantity)
            .MoveAsync(
                set => set.SetProperty(stock => stock.Received, stock => stock.Received + quantity).SetProperty(stock => stock.OnHand, stock => stock.OnHand + quantity),
                cancel);

        public Task<bool> WriteOffAsync(int quantity, CancellationToken cancel) => rows.Where(stock => stock.OnHand - stock.Held >= quantity)
            .MoveAsync(
                set => set.SetProperty(stock => stock.OnHand, stock => stock.OnHand - quantity).SetProperty(stock => stock.WrittenOff, stock => stock.WrittenOff + quantity),
                cancel);

        private async Task<bool> MoveAsync(Action<UpdateSettersBuilder<Stock>> move, CancellationToken cancel) =>
            await rows.ExecuteUpdateAsync(move, cancel) == 1;
    }

    extension(IQueryable<StockHold> holds)
    {
        /// <summary>Moves one hold's state if it still is what the caller saw; the one who gets true does the rest.</summary>
        public async Task<bool> ClaimAsync(long id, HoldState from, HoldState to, CancellationToken cancel) =>
            await holds.Where(hold => hold.Id == id && hold.State == from).ExecuteUpdateAsync(set => set.SetProperty(hold => hold.State, to), cancel) == 1;
    }
}
