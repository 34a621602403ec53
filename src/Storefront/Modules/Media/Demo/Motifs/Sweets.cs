namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>Sugar cooked from cane.</summary>
internal static class Sweets
{
    public static void Blocks(Sketch sketch, string colour)
    {
        Cane(sketch);
        sketch.Shadow(200, 440, 160);
        sketch.Path($"M28 424Q120 396 200 404T376 414Q300 446 200 444T28 424Z", Tint.Leaf).Line($"M40 424Q200 404 366 416", Tint.Darker(Tint.Leaf, 20), 3);
        var wide = sketch.Chance.In100(50);
        IReadOnlyList<(int X, int Y)> places = wide ? [(66, 356), (152, 356), (238, 356), (108, 284), (196, 284), (152, 212)] : [(84, 356), (216, 356), (150, 356), (110, 284), (190, 284)];
        sketch.Define("k", () => Block(sketch));
        foreach (var (x, y) in places) sketch.Stamp("k", x + sketch.Chance.Between(-5, 5), y, fill: Tint.Mix(colour, sketch.Chance.Pick("#C98A4A", "#2E140A"), sketch.Chance.Between(0, 20)));
        if (sketch.Chance.In100(50)) Chips(sketch, colour);
    }

    /// <summary>Round cakes, as they fall out of the bowl they set in.</summary>
    public static void Rounds(Sketch sketch, string colour)
    {
        Cane(sketch);
        sketch.Shadow(200, 440, 150);
        sketch.Define("k", () => sketch.Path($"M-62 0V18Q-46 42 0 42T62 18V0Z", Sketch.Any).Path($"M-62 0V18Q-46 42 0 42T62 18V0Z", "#2E0E0488").Oval(0, 0, 62, 27, Sketch.Any)
            .Oval(-4, -3, 44, 17, "#FFDFA022").Line($"M-34-8q16-10 36-10", "#FFE9C088", 4));
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(124, 380), (276, 380), (200, 400), (164, 312), (238, 312), (200, 246)])
            sketch.Stamp("k", x, y, fill: Tint.Mix(colour, sketch.Chance.Pick("#C98A4A", "#2E140A"), sketch.Chance.Between(0, 16)));
    }

    private static void Block(Sketch sketch)
    {
        sketch.Path($"M0 0L22-22H100V36L78 58H0Z", Sketch.Any).Path($"M0 0L22-22H100L78 0Z", "#FFE2B03A").Path($"M78 0L100-22V36L78 58Z", "#1E080066");
        foreach (var tone in (ReadOnlySpan<string>)["#FFE2B066", "#1E080066"])
            sketch.Strokes(Enumerable.Range(0, 4).Select(_ => (sketch.Chance.Between(8, 70), sketch.Chance.Between(8, 50), 0, 1)).ToList(), tone, 4);
        sketch.Line($"M18-9h40", "#FFE2B077", 3);
    }

    private static void Chips(Sketch sketch, string colour)
    {
        foreach (var x in (ReadOnlySpan<int>)[62, 112, 296, 344])
            sketch.Path($"M{x} 446l12-16l18 4l4 14l-16 6Z", colour).Path($"M{x + 12} 430l18 4l-10 7Z", Tint.Lighter(colour, 28));
    }

    private static void Cane(Sketch sketch)
    {
        var cane = sketch.Chance.Pick("#8FA34E", "#7A4A5E", "#A9A04A");
        foreach (var (x, top, lean) in (ReadOnlySpan<(int, int, int)>)[(60, 60, 26), (112, 96, 10), (350, 74, -24)])
        {
            sketch.Line($"M{x + lean} {top}L{x} 420", cane, 24).Line($"M{x + lean - 6} {top}L{x - 6} 420", Tint.Lighter(cane, 28), 5);
            var joints = Enumerable.Range(0, 6).Select(at => top + 44 + at * 62).Where(y => y < 400).Select(y => (x + lean * (420 - y) / 340 - 11, y, 22, 0));
            sketch.Strokes(joints, Tint.Darker(cane, 30), 5);
            sketch.Leaf(x + lean, top + 8, 110, lean > 0 ? -28 : -150, Tint.Leaf).Leaf(x + lean, top + 20, 80, lean > 0 ? -160 : -20, Tint.Darker(Tint.Leaf, 12));
        }
    }
}
