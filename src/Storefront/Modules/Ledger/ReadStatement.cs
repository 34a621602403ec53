using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>What a shop sold, what of it is its own and what it was paid, line by line. Balances are the sums of the book, nothing that is kept beside it.</summary>
internal sealed class ReadStatement(StoreDb db, Balances balances, TimeProvider clock)
{
    /// <summary>Sums for a whole sheet of paper; who needs more of a month takes the file.</summary>
    public const int SheetSize = 500;
    private const int MonthsOffered = 24;

    /// <summary>Goods + freight − commission − helper's fee − refund = mine, except for a correction, which is mine alone.</summary>
    internal sealed record Line(DateTime At, long ShopId, string? Number, JournalKind Kind, string Name, Money Goods, Money Freight, Money Commission, Money HelperFee, Money Mine, Money PaidOut)
    {
        /// <summary>What went back to the buyer.</summary>
        public Money Refund => Kind is JournalKind.Cancellation or JournalKind.Refund ? -(Goods + Freight) : Money.Zero;

        public bool IsSale => Kind == JournalKind.Capture;
    }

    /// <summary>Whose lines: all of a shop, those one helper sold for it, or a helper's of all shops.</summary>
    internal sealed record Scope(long? ShopId, long? HelperId = null);

    /// <param name="Balance">The shop's; null where only a helper's lines are read.</param>
    /// <param name="Months">The first day of every month that can be chosen, newest first.</param>
    internal sealed record Statement(Balances.OfShop? Balance, Page<Line> Lines, IReadOnlyList<DateOnly> Months)
    {
        public bool HasHelper => Lines.Items.Any(line => !line.HelperFee.IsZero);
    }

    private static readonly Expression<Func<JournalLine, Line>> Of = line => new(
        line.At, line.ShopId, line.OrderNumber, line.Kind, line.Name, new Money(line.Goods.Fen), new Money(line.Freight.Fen), new Money(line.Commission.Fen), new Money(line.HelperFee.Fen),
        new Money(line.Mine.Fen), new Money(line.PaidOut.Fen));

    /// <param name="month">Its first day, on the shop's clock; null for all.</param>
    public async Task<Statement> RunAsync(Scope scope, DateOnly? month, int page, int size, CancellationToken cancel)
    {
        var rows = await NewestFirst(scope, month).Select(Of).Take(page, size).ToListAsync(cancel);
        var first = await Lines(scope).MinAsync(line => (DateTime?)line.At, cancel);
        var balance = scope is { HelperId: null, ShopId: { } shop } ? await balances.OfShopAsync(shop, cancel) : null;
        return new(balance, rows.ToPage(page, size), Months(first));
    }

    /// <summary>One page of lines, without sums.</summary>
    public async Task<Page<Line>> PageAsync(Scope scope, int page, CancellationToken cancel) =>
        (await NewestFirst(scope, month: null).Select(Of).Take(page, Paging.Size).ToListAsync(cancel)).ToPage(page, Paging.Size);

    /// <summary>Every line of the month, or of all time, newest first.</summary>
    public Task<List<Line>> AllAsync(Scope scope, DateOnly? month, CancellationToken cancel) => NewestFirst(scope, month).Select(Of).ToListAsync(cancel);

    private IQueryable<JournalLine> Lines(Scope scope)
    {
        var lines = db.JournalLines.AsNoTracking();
        if (scope.ShopId is { } shop) lines = lines.Where(line => line.ShopId == shop);
        return scope.HelperId is { } helper ? lines.Where(line => line.HelperId == helper) : lines;
    }

    private IQueryable<JournalLine> NewestFirst(Scope scope, DateOnly? month)
    {
        var lines = Lines(scope);
        if (month is { } first)
        {
            var (from, until) = (first.ToDateTime(TimeOnly.MinValue) - LocalTime.Offset, first.AddMonths(1).ToDateTime(TimeOnly.MinValue) - LocalTime.Offset);
            lines = lines.Where(line => line.At >= from && line.At < until);
        }
        return lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id);
    }

    private List<DateOnly> Months(DateTime? first)
    {
        if (first is not { } at) return [];
        var (oldest, month) = (FirstOf(DateOnly.FromDateTime(LocalTime.Of(at))), FirstOf(LocalTime.Today(clock)));
        return [.. Enumerable.Range(0, MonthsOffered).Select(back => month.AddMonths(-back)).TakeWhile(one => one >= oldest)];
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
