using System.Globalization;
using Storefront.Modules.Catalog.Guesses;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>What a share text says of a video and its goods, and whether the shop's freight settings keep what the text promises.</summary>
internal sealed class ReadShare(IVideos videos, IShipping shipping)
{
    private const int UsualGrams = 1_000;

    /// <param name="FreightAsked">The text promises free sending, and buyers would be asked for this much.</param>
    public sealed record Outcome(SharedVideo Video, ListingGuess Guess, Money? FreightAsked);

    public async Task<Outcome> RunAsync(long shopId, string text, CancellationToken cancel)
    {
        var video = videos.Read(text);
        var guess = ListingGuess.Of(video.Caption, video.Hashtags);
        if (guess.FreightIncluded is null) return new(video, guess, FreightAsked: null);
        var grams = guess.Grams is { Value: var weight } ? int.Parse(weight, CultureInfo.InvariantCulture) : UsualGrams;
        var (usual, freeFrom) = await shipping.UsualAsync(shopId, grams, cancel);
        var free = usual.IsZero || (Money.TryParseYuan(guess.Price?.Value, out var price) && price >= freeFrom);
        return new(video, guess, free ? null : usual);
    }
}
