namespace Storefront.Shared;

/// <summary>What the pager under a list needs to know of it.</summary>
public interface IPage
{
    int Number { get; }

    bool HasMore { get; }
}

/// <summary>One page of a list. <paramref name="Number"/> counts from 1; <paramref name="HasMore"/> says whether a next page exists (nothing is counted).</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, bool HasMore) : IPage
{
    public static readonly Page<T> Empty = new([], 1, HasMore: false);

    public Page<TOther> Map<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Number, HasMore);
}

public static class Paging
{
    public const int Size = 20;

    /// <summary>The furthest page that is served: deep offsets cost a scan, and nobody reads page 501.</summary>
    public const int Last = 500;

    /// <summary>The rows to ask the database for: one more than shown, so that the next page is known without a count.</summary>
    public static IQueryable<T> Take<T>(this IQueryable<T> query, int number, int size) =>
        query.Skip((Clamp(number) - 1) * size).Take(size + 1);

    public static Page<T> ToPage<T>(this IReadOnlyList<T> rows, int number, int size) =>
        new([.. rows.Take(size)], Clamp(number), rows.Count > size && number < Last);

    private static int Clamp(int number) => Math.Clamp(number, 1, Last);
}
