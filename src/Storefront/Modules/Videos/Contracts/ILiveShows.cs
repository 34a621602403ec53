namespace Storefront.Modules.Videos.Contracts;

/// <summary>A live show that was announced.</summary>
/// <param name="Platform">Key of the platform; its name is the text "videos.platform.{key}". Null: not said.</param>
/// <param name="Link">Address at the platform, null when there is none yet.</param>
public sealed record LiveCard(string Code, long ShopId, string About, string? Platform, string? Link, DateTime StartsAt)
{
    public string Path => "/live/" + Code;
}

public interface ILiveShows
{
    /// <summary>What a shop has announced and what has just begun, the next first. Asks the database once a minute at most, for the whole market.</summary>
    Task<IReadOnlyList<LiveCard>> UpcomingAsync(long shopId, CancellationToken cancel);
}
