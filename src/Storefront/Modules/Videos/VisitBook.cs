using System.Collections.Concurrent;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>
/// Counts, in memory alone, who opens a video's short address and who puts its goods into a cart. Nothing about the visitor is kept: the cookie holds
/// the video's code for three days, so that the same browser counts once in them and an order knows which video brought it.
/// </summary>
internal sealed class VisitBook(IHostEnvironment environment, TimeProvider clock) : IVisitBook
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    /// <summary>Machines that say what they are; a farmer wants to know of people.</summary>
    private static readonly string[] Machines = ["bot", "spider", "crawl", "slurp", "preview"];

    private readonly CookieBuilder _cookie = new CookieBuilder { MaxAge = Remembered }.Harden("video", environment);
    private readonly ConcurrentDictionary<(string Code, DateOnly Day), Tally> _counts = [];

    public void Note(HttpContext context, string what)
    {
        var code = what.ToLowerInvariant();
        if (!IsLooking(context.Request) || CameBy(context.Request) == code) return;
        context.Response.Cookies.Append(_cookie.Name!, code, _cookie.Build(context));
        Add(code, LocalTime.Today(clock), new(1, 0));
    }

    public void AddCart(string code) => Add(code, LocalTime.Today(clock), new(0, 1));

    public string? CameBy(HttpRequest request) => request.Cookies[_cookie.Name!] is { Length: Code.PublicLength } sent ? sent : null;

    /// <summary>Everything counted since the last time; whoever takes it writes it down or puts it back.</summary>
    public IReadOnlyList<Counted> Take()
    {
        var taken = new List<Counted>();
        foreach (var key in _counts.Keys)
        {
            if (_counts.TryRemove(key, out var tally)) taken.Add(new(key.Code, key.Day, tally));
        }
        return taken;
    }

    public void PutBack(IEnumerable<Counted> taken)
    {
        foreach (var one in taken) Add(one.Code, one.Day, one.Tally);
    }

    private void Add(string code, DateOnly day, Tally more) => _counts.AddOrUpdate((code, day), more, (_, had) => new(had.Visits + more.Visits, had.Carts + more.Carts));

    /// <summary>Somebody looks: not a browser that fetches ahead, not a program.</summary>
    private static bool IsLooking(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers["Sec-Purpose"].Count > 0 || request.Headers["Purpose"].Count > 0) return false;
        var agent = request.Headers.UserAgent.ToString();
        return !Array.Exists(Machines, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    internal sealed record Tally(int Visits, int Carts);

    internal sealed record Counted(string Code, DateOnly Day, Tally Tally);
}
