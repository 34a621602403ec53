using System.Collections.Frozen;
using Storefront.Modules.Media.Demo.Motifs;

namespace Storefront.Modules.Media.Demo;

/// <summary>Our own picture book for the demo market: a motif, its colour and a seed make one sheet, always the same.</summary>
internal static class Drawings
{
    private sealed record Motif(Action<Sketch, string> Draw, string Colour, bool WholeSheet = false);

    private static readonly FrozenDictionary<string, Motif> Motifs = new Dictionary<string, Motif>
    {
        ["jar"] = new(Honey.Jar, "#DB9420"),
        ["preserve"] = new(Honey.Preserve, "#A8372A"),
        ["comb"] = new(Honey.Comb, "#E3A02A"),
        ["hive"] = new(Honey.Hive, "#B07B48"),
        ["sticks"] = new(Dried.Sticks, "#D9772B"),
        ["slices"] = new(Dried.Slices, "#E0B45A"),
        ["caps"] = new(Dried.Caps, "#7A5236"),
        ["petals"] = new(Dried.Petals, "#E3A33C"),
        ["bundle"] = new(Dried.Bundle, "#D8BE86"),
        ["strings"] = new(Dried.Strings, "#DA6A26"),
        ["roots"] = new(Dried.Roots, "#A8505A"),
        ["blocks"] = new(Sweets.Blocks, "#7A4423"),
        ["rounds"] = new(Sweets.Rounds, "#84481F"),
        ["caddy"] = new(Teas.Caddy, "#7C8F4A"),
        ["cake"] = new(Teas.Cake, "#5A4030"),
        ["gaiwan"] = new(Teas.Gaiwan, "#C9B04E"),
        ["buds"] = new(Teas.Buds, "#6F9A4C"),
        ["sack"] = new(Grains.Sack, "#F4EAD2"),
        ["bowl"] = new(Grains.Bowl, "#F4EAD2"),
        ["basket"] = new(Grains.Basket, "#E3BE8E"),
        ["citrus"] = new(Fruits.Citrus, "#EE8F26"),
        ["crate"] = new(Fruits.Crate, "#EE8F26"),
        ["branch"] = new(Fruits.Branch, "#D63A2A"),
        ["nuts"] = new(Fruits.Nuts, "#BE8E56"),
        ["pair"] = new(Fruits.Pair, "#E2732A"),
        ["bottle"] = new(Kitchen.Bottle, "#D9A52C"),
        ["shoots"] = new(Kitchen.Shoots, "#8E6B44"),
        ["candles"] = new(Kitchen.Candles, "#E0A93C"),
        ["crock"] = new(Kitchen.Crock, "#8A5A3A"),
        ["village"] = new(Places.Village, "#7E9A5E", WholeSheet: true),
        ["grower"] = new(Places.Grower, "#4E6E7E", WholeSheet: true),
        ["portrait"] = new(Places.Portrait, "#4E6E7E"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Motifs.Keys.Order(StringComparer.Ordinal);

    /// <param name="motif">A name, perhaps a colour, perhaps words the motif knows: "jar #8C4A12", "portrait #4E6E7E woman old".</param>
    public static string Draw(string motif, int seed)
    {
        var words = motif.Split(' ');
        var chosen = Motifs[words[0]];
        var sketch = new Sketch(seed, words);
        if (!chosen.WholeSheet) Backdrops.Draw(sketch);
        var colour = words.Length > 1 ? words[1] : chosen.Colour;
        if (sketch.Chance.In100(50)) chosen.Draw(sketch, colour);
        else sketch.Group($"matrix(-1 0 0 1 400 0)", () => chosen.Draw(sketch, colour));
        Backdrops.Frame(sketch);
        return sketch.ToString();
    }
}
