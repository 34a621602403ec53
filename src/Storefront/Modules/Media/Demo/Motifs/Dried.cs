namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>What the sun has dried: on bamboo trays, tied in bundles, on strings.</summary>
internal static class Dried
{
    public static void Sticks(Sketch sketch, string colour)
    {
        Tray(sketch);
        sketch.Define("k", () => sketch.Box(-38, -8, 76, 23, 10, Sketch.Any).Box(-38, -8, 76, 23, 10, "#4A1C0866").Box(-38, -12, 76, 22, 10, Sketch.Any).Line($"M-24-5Q0-9 22-4", "#FFF3D088", 4));
        foreach (var (x, y) in sketch.Scatter(200, 300, 112, 66, 17))
            sketch.Stamp("k", x, y, sketch.Chance.Between(-80, 80), Tint.Mix(colour, sketch.Chance.Pick("#F3B562", "#8E3F1B"), sketch.Chance.Between(0, 28)));
        Root(sketch, 92, 432, -12, "#A8505A");
        Root(sketch, 300, 444, 14, "#96404E");
    }

    public static void Slices(Sketch sketch, string colour)
    {
        Tray(sketch);
        sketch.Define("k", () =>
        {
            sketch.Oval(2, 6, 28, 21, Tint.Darker(colour, 30)).Oval(0, 0, 28, 21, colour).Oval(0, 0, 17, 13, Tint.Lighter(colour, 26));
            for (var seed = 0; seed < 5; seed++) sketch.Oval((int)(9 * Math.Cos(seed * 1.26)), (int)(6 * Math.Sin(seed * 1.26)), 3, 2, Tint.Darker(colour, 38), seed * 72);
        });
        foreach (var (x, y) in sketch.Scatter(200, 298, 116, 68, 15)) sketch.Stamp("k", x, y, sketch.Chance.Between(-25, 25));
        sketch.Sprig(296, 440, 70, -14, Tint.Leaf);
    }

    public static void Caps(Sketch sketch, string colour)
    {
        Tray(sketch);
        sketch.Define("k", () => sketch.Box(-8, 4, 16, 24, 7, "#EAD9B8").Path($"M-34 8Q-34-24 0-27T34 8Q0 22-34 8Z", Sketch.Any)
            .Path($"M-34 8Q0 22 34 8Q0 14-34 8Z", "#2A140A88").Line($"M-14-9l9 6l9-9l10 10M-2-3v9M-20 0l4 4M20-2l-4 5", Tint.Lighter(colour, 48), 3));
        foreach (var (x, y) in sketch.Scatter(200, 300, 108, 60, 11))
            sketch.Stamp("k", x, y, sketch.Chance.Between(-18, 18), Tint.Mix(colour, sketch.Chance.Pick("#C79A6A", "#2A140A"), sketch.Chance.Between(0, 22)));
        sketch.Leaf(40, 446, 84, -20, Tint.Leaf).Leaf(54, 450, 66, 8, Tint.Leaf);
    }

    public static void Petals(Sketch sketch, string colour)
    {
        Tray(sketch);
        foreach (var tone in (ReadOnlySpan<string>)[Tint.Darker(colour, 24), colour, Tint.Lighter(colour, 20), Tint.Mix(colour, "#C9A94A", 50)])
        {
            var petals = sketch.Scatter(200, 298, 116, 68, 26).Select(place => (place.X - 12, place.Y, sketch.Chance.Between(8, 34), sketch.Chance.Between(-18, 18)));
            sketch.Strokes(petals.ToList(), tone, 9);
        }
        sketch.Sprig(70, 440, 74, -10, Tint.Leaf).Blossom(152, 436, 20, colour, "#7A3E12");
    }

    /// <summary>Long things tied with straw: noodles, strips of shoots.</summary>
    public static void Bundle(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 436, 150);
        foreach (var (centre, lift) in (ReadOnlySpan<(int, int)>)[(112, 12), (288, 12), (200, 0)])
        {
            for (var strand = -6; strand <= 6; strand++)
            {
                var (top, tone) = (150 + lift + Math.Abs(strand) * 4 + sketch.Chance.Between(0, 16), Tint.Mix(colour, strand % 2 == 0 ? "#FFF4D6" : "#7A4A22", sketch.Chance.Between(4, 26)));
                sketch.Line($"M{centre + strand * 8} {top}Q{centre + strand * 5} {288 + lift} {centre + strand * 9} {430 - Math.Abs(strand) * 2}", tone, 8);
            }
            sketch.Path($"M{centre - 42} {270 + lift}Q{centre} {286 + lift} {centre + 42} {270 + lift}V{300 + lift}Q{centre} {316 + lift} {centre - 42} {300 + lift}Z", sketch.Palette.Strong);
            sketch.Line($"M{centre - 42} {276 + lift}Q{centre} {292 + lift} {centre + 42} {276 + lift}", Tint.Lighter(sketch.Palette.Strong, 35), 3);
        }
    }

    /// <summary>Persimmons peeled and hung under the eaves.</summary>
    public static void Strings(Sketch sketch, string colour)
    {
        sketch.Box(0, 58, 400, 20, 0, Tint.Wood).Box(0, 58, 400, 6, 0, Tint.Lighter(Tint.Wood, 30));
        sketch.Define("k", () => sketch.Path($"M-30 0Q-28-24 0-24T30 0Q24 30 0 34Q-24 30-30 0Z", Sketch.Any).Path($"M8-24Q30-20 30 0Q24 30 0 34Q18 10 8-24Z", "#7A240A33")
            .Line($"M-17-4q0-8 6-12", "#FFFFFF88", 5).Path($"M-17-22Q0-36 17-22Q0-14-17-22Z", Tint.Leaf));
        foreach (var x in (ReadOnlySpan<int>)[70, 156, 244, 330])
        {
            sketch.Line($"M{x} 70V{sketch.Chance.Between(372, 396)}", Tint.Darker(Tint.Straw, 34), 4);
            for (var (y, many) = (sketch.Chance.Between(118, 138), sketch.Chance.Between(4, 5)); many > 0; many--, y += 60)
                sketch.Stamp("k", x, y, sketch.Chance.Between(-6, 6), Tint.Mix(colour, sketch.Chance.Pick("#F6C27A", "#8A2F12"), sketch.Chance.Between(0, 22)));
        }
    }

    public static void Roots(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 438, 160);
        sketch.Line($"M236 300Q300 210 250 120T150 70M262 170Q320 150 344 100", Tint.Darker(Tint.Leaf, 14), 5);
        foreach (var (x, y, turn) in (ReadOnlySpan<(int, int, int)>)[(268, 240, 20), (272, 196, 170), (300, 150, -70), (344, 100, -20), (250, 124, -30), (216, 96, 160), (196, 86, -80), (150, 70, -150)]) sketch.Leaf(x, y, 62, turn, Tint.Leaf);
        Root(sketch, 132, 306, -52, Tint.Darker(colour, 12), 150);
        Root(sketch, 268, 316, -118, Tint.Mix(colour, "#E0A08A", 14), 150);
        Root(sketch, 196, 352, -76, colour, 165);
        Root(sketch, 142, 408, 6, Tint.Lighter(colour, 9), 150);
        Root(sketch, 288, 412, -14, Tint.Darker(colour, 6), 130);
    }

    private static void Root(Sketch sketch, int x, int y, int turn, string colour, int percent = 90) =>
        sketch.Define("root", () => sketch.Path($"M-72 6Q-58-6-44-18Q-14-38 22-28Q46-22 56-10Q66-6 78-8Q66 6 54 12Q30 30-4 30Q-40 28-54 14Q-62 8-72 6Z", Sketch.Any)
            .Path($"M-54 14Q-20 20 16 10T78-8Q66 6 54 12Q30 30-4 30Q-40 28-54 14Z", "#3A0C1438").Line($"M-34-8q8-7 17-8M-2-20q10-2 16 1M20-6q8-3 14 0M-18 4q7-3 12-1M-40 8l8-1", "#FFE2D066", 3))
            .Stamp("root", $"translate({x} {y})rotate({turn})scale({percent / 100.0})", colour);

    private static void Tray(Sketch sketch)
    {
        sketch.Shadow(200, 416, 172).Oval(200, 318, 178, 112, Tint.Darker(Tint.Straw, 34)).Oval(200, 306, 178, 112, "#CE9F58").Oval(200, 304, 158, 95, "#EACB8D");
        sketch.Cut("t", $"M42 304A158 95 0 0 1 358 304A158 95 0 0 1 42 304Z", () =>
        {
            var weave = Enumerable.Range(-4, 14).SelectMany(at => new[] { (at * 30 + 20, 205, 105, 200), (at * 30 + 125, 205, -105, 200) });
            sketch.Strokes(weave, "#CFA45F", 3);
        });
        var rim = Enumerable.Range(0, 16).Select(at => at * Math.PI / 8 + .2).Select(angle => (200 + (int)(160 * Math.Cos(angle)), 305 + (int)(97 * Math.Sin(angle)), (int)(16 * Math.Cos(angle + .5)), (int)(14 * Math.Sin(angle + .2))));
        sketch.Strokes(rim, "#9A6C33", 4);
    }
}
