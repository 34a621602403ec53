namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>What bees make.</summary>
internal static class Honey
{
    public static void Jar(Sketch sketch, string colour) => Glass(sketch, colour, bees: true);

    /// <summary>A glass of anything else: the colour is what is in it.</summary>
    public static void Preserve(Sketch sketch, string colour) => Glass(sketch, colour, bees: false);

    public static void Comb(Sketch sketch, string colour)
    {
        var chance = sketch.Chance;
        sketch.Shadow(200, 440, 165).Box(44, 404, 312, 28, 14, Tint.Wood).Box(44, 404, 312, 9, 4, Tint.Lighter(Tint.Wood, 30));
        var (wax, deep) = (Tint.Lighter(colour, 42), Tint.Darker(colour, 24));
        sketch.Path($"M84 404Q60 330 84 250Q96 176 170 166Q250 150 300 196Q338 250 318 330Q322 380 306 404Z", deep);
        sketch.Define("h", () => sketch.Path($"M0-22 19-11V11L0 22-19 11V-11Z", Sketch.Any));
        var shine = new List<(int, int, int, int)>();
        for (var row = 0; row < 6; row++)
            for (var column = 0; column < 6; column++)
            {
                var (x, y) = (100 + column * 41 + row % 2 * 20, 205 + row * 35);
                if (Math.Pow((x - 200) / 128.0, 2) + Math.Pow((y - 290) / 128.0, 4) > 1) continue;
                sketch.Stamp("h", x, y, fill: chance.In100(30) ? wax : chance.In100(50) ? colour : Tint.Lighter(colour, 16));
                if (chance.In100(35)) shine.Add((x - 9, y - 5, 6, -7));
            }
        sketch.Strokes(shine, "#FFFFFFAA", 4);
        sketch.Path($"M120 398h60q4 26-8 26t-10-12q-4 30-16 30t-12-28q-4 10-10 8t-4-24ZM236 398h44q0 20-9 20t-9-10q-4 20-13 18t-13-28Z", colour);
        sketch.Bee(chance.Between(110, 170), chance.Between(110, 150), 120, -14).Bee(chance.Between(240, 310), chance.Between(210, 300), 100, chance.Between(150, 210));
    }

    public static void Hive(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 436, 130);
        sketch.Path($"M108 196Q100 310 118 430H282Q300 310 292 196Z", colour).Path($"M232 196Q250 310 232 430H282Q300 310 292 196Z", Tint.Darker(colour, 15));
        sketch.Line($"M138 200Q128 310 142 428M170 200Q165 310 172 428M204 200V428M238 200Q244 310 236 428M268 200Q278 310 264 428", Tint.Darker(colour, 22), 2);
        sketch.Line($"M106 240Q200 256 294 240M112 384Q200 400 288 384", Tint.Darker(Tint.Straw, 25), 9);
        sketch.Path($"M70 200L200 96L330 200Q200 226 70 200Z", Tint.Straw).Path($"M200 96L330 200Q280 211 236 213Z", Tint.Darker(Tint.Straw, 14));
        sketch.Strokes(Enumerable.Range(0, 9).Select(at => at * 26 - 104).Select(off => (200, 102, off, 112 - off * off / 1300)), Tint.Darker(Tint.Straw, 26), 2);
        sketch.Oval(200, 334, 15, 11, Tint.Ink);
        sketch.Bee(160, 318, 70, 20).Bee(252, 296, 80, -160).Bee(322, 250, 90, -150).Bee(84, 284, 80, 12).Bee(240, 352, 60, 190);
    }

    private static void Glass(Sketch sketch, string colour, bool bees)
    {
        var (chance, strong) = (sketch.Chance, sketch.Palette.Strong);
        var (half, top) = chance.Pick<(int, int)>((74, 222), (82, 262), (64, 200));
        var (left, right) = (200 - half, 200 + half);
        sketch.Shadow(206, 428, half + 26);
        sketch.Box(200 - half * 3 / 4, top - 36, half * 3 / 2, 40, 8, Tint.Lighter(colour, 55));
        sketch.Path($"M{left} {top + 34}Q{left} {top} {left + 32} {top}H{right - 32}Q{right} {top} {right} {top + 34}V402Q{right} 428 {right - 26} 428H{left + 26}Q{left} 428 {left} 402Z", Tint.Lighter(colour, 55));
        sketch.Path($"M{left + 7} {top + 40}Q{left + 10} {top + 22} {left + 34} {top + 20}H{right - 34}Q{right - 10} {top + 22} {right - 7} {top + 40}V400Q{right - 7} 420 {right - 28} 420H{left + 28}Q{left + 7} 420 {left + 7} 400Z", colour);
        sketch.Path($"M{right - 34} {top + 20}Q{right - 10} {top + 22} {right - 7} {top + 40}V400Q{right - 7} 420 {right - 28} 420H{right - 52}Q{right - 28} 412 {right - 28} 390V{top + 50}Q{right - 28} {top + 30} {right - 34} {top + 20}Z", Tint.Darker(colour, 16));
        sketch.Line($"M{left + 21} {top + 48}V372M{left + 21} 390V394", "#FFFFFF99", 7);
        Lid(sketch, top, half);
        sketch.Label(200 - half + 26, top + 62, half * 2 - 52, Math.Min(104, 404 - top - 74), strong, bees);
        if (bees) Companion(sketch, colour);
        else sketch.Leaf(300, 436, 80, -40, Tint.Leaf).Leaf(304, 440, 64, -4, Tint.Darker(Tint.Leaf, 10)).Dot(84, 428, 13, colour).Dot(108, 440, 12, Tint.Darker(colour, 12));
    }

    private static void Lid(Sketch sketch, int top, int half)
    {
        var (y, strong) = (top - 52, sketch.Palette.Strong);
        var (left, right) = (200 - half, 200 + half);
        if (sketch.Chance.In100(55))
        {
            var cloth = Tint.Lighter(strong, 60);
            sketch.Path($"M{left + 12} {y}Q200 {y - 34} {right - 12} {y}L{right + 4} {y + 44}Q{right - 20} {y + 34} {200 + half / 3} {y + 46}Q200 {y + 36} {200 - half / 3} {y + 46}Q{left + 20} {y + 34} {left - 4} {y + 44}Z", cloth);
            for (var x = left + 16; x < right; x += 24) sketch.Line($"M{200 + (x - 200) * 4 / 5} {y - 6}L{x} {y + 34}", strong + "66", 8);
            sketch.Line($"M{left + 18} {y + 2}Q200 {y - 12} {right - 18} {y + 2}M{left + 4} {y + 32}Q200 {y + 22} {right - 4} {y + 32}", strong + "66", 7);
            sketch.Line($"M{left + 14} {y + 18}Q200 {y + 10} {right - 14} {y + 18}M200 {y + 14}l-14 24M200 {y + 14}l16 26", Tint.Darker(Tint.Straw, 22), 4);
            return;
        }
        var lid = sketch.Chance.Pick(Tint.Wood, strong, "#C9B27C");
        sketch.Box(left + 8, y - 4, half * 2 - 16, 38, 8, lid).Box(left + 8, y - 4, half * 2 - 16, 11, 5, Tint.Lighter(lid, 30)).Box(left + 8, y + 20, half * 2 - 16, 5, 0, Tint.Darker(lid, 16));
    }

    private static void Companion(Sketch sketch, string colour)
    {
        switch (sketch.Chance.Between(0, 3))
        {
            case 0:
                sketch.Line($"M368 240L318 388", Tint.Wood, 10);
                foreach (var at in (ReadOnlySpan<int>)[0, 1, 2, 3, 4]) sketch.Oval(318 - at * 3, 376 + at * 12, at is 0 or 4 ? 15 : 22, 8, at % 2 == 0 ? Tint.Wood : Tint.Darker(Tint.Wood, 18), 18);
                sketch.Path($"M296 428q-8 18 14 20t30-4q8-10-8-16Z", colour);
                break;
            case 1:
                sketch.Blossom(92, 420, 26, "#FFF6E4", "#E0A12E").Blossom(128, 444, 20, "#FFF6E4", "#E0A12E").Leaf(66, 436, 44, 150, Tint.Leaf).Leaf(110, 440, 44, 30, Tint.Leaf);
                break;
            case 2:
                sketch.Bee(328, 180, 120, -18).Line($"M286 214q20 18 30-14", Tint.Ink + "66", 2).Bee(84, 262, 90, 190);
                break;
            default:
                sketch.Sprig(300, 436, 84, -30, Tint.Leaf).Blossom(352, 400, 20, sketch.Palette.Glow, Tint.Red);
                break;
        }
    }
}
