using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Load.Verify;

/// <summary>What must hold in every database at every moment, told by a query for what breaks it.</summary>
internal sealed record Invariant(string Number, string Says, Func<StoreDb, Task<Answer>> AskAsync);

/// <param name="Looked">How much was looked at, in words: "43 rows".</param>
/// <param name="Wrong">What breaks the invariant; a few are enough.</param>
internal sealed record Answer(string Looked, IReadOnlyList<string> Wrong)
{
    private const int Enough = 5;

    public bool Holds => Wrong.Count == 0;

    /// <summary>All of <paramref name="rows"/> are looked at; the named queries find those that are wrong.</summary>
    public static async Task<Answer> OfAsync<T>(IQueryable<T> rows, string what, params (string Why, IQueryable<string> Found)[] wrong)
    {
        var found = new List<string>();
        foreach (var (why, query) in wrong)
            found.AddRange((await query.Take(Enough).ToListAsync()).Select(one => $"{one} {why}"));
        return Of(await rows.CountAsync(), what, found);
    }

    public static Answer Of(int count, string what, IEnumerable<string> wrong) => new($"{count} {what}", [.. wrong.Take(Enough)]);
}
