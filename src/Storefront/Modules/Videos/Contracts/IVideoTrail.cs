namespace Storefront.Modules.Videos.Contracts;

/// <summary>By which video the visitor came: the code of a video in a cookie of ours that only /v/{code} sets. It says nothing about who the visitor is.</summary>
public interface IVideoTrail
{
    /// <summary>The video's code, where it is one of this shop; null otherwise.</summary>
    Task<string?> FindAsync(long shopId, CancellationToken cancel);

    /// <summary>Goods went into a cart by this video. Counted in memory, written down within the minute.</summary>
    void CountCart(string code);
}
