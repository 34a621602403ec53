namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>Leaves, tins and cups.</summary>
internal static class Teas
{
    public static void Caddy(Sketch sketch, string colour)
    {
        var strong = Tint.Mix(colour, sketch.Palette.Strong, 30);
        sketch.Shadow(190, 430, 120);
        sketch.Path($"M96 190V412Q100 434 180 434T264 412V190Z", strong).Path($"M222 190V429Q264 424 264 412V190Z", Tint.Darker(strong, 18));
        sketch.Path($"M96 250Q180 272 264 250V362Q180 384 96 362Z", Tint.Paper).Path($"M222 258Q250 256 264 250V362Q250 370 222 373Z", "#3B2C201A");
        sketch.Cut("l", $"M96 250Q180 272 264 250V362Q180 384 96 362Z", () =>
            sketch.Dot(sketch.Chance.Between(130, 230), 294, 20, Tint.Red).Path($"M90 372Q130 296 172 346T270 322V390H90Z", Tint.Leaf).Path($"M90 384Q150 330 210 366T270 356V394H90Z", Tint.Darker(Tint.Leaf, 22)));
        sketch.Line($"M96 250Q180 272 264 250M96 362Q180 384 264 362", sketch.Palette.Glow, 4);
        sketch.Path($"M92 150V190Q100 212 180 212T268 190V150Z", Tint.Lighter(strong, 14)).Path($"M226 150V208Q268 204 268 190V150Z", strong).Oval(180, 150, 88, 22, Tint.Lighter(strong, 34)).Oval(180, 146, 26, 8, strong);
        Cup(sketch, 310, 388, colour);
        sketch.Sprig(30, 452, 92, -22, "#6E9A52");
    }

    public static void Cake(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 436, 150).Path($"M70 420L96 392H304L330 420V434H70Z", Tint.Wood).Box(70, 420, 260, 14, 3, Tint.Darker(Tint.Wood, 20));
        sketch.Dot(200, 256, 148, Tint.Darker(colour, 12)).Dot(200, 256, 138, colour);
        foreach (var tone in (ReadOnlySpan<string>)[Tint.Darker(colour, 26), Tint.Lighter(colour, 24), "#C79A52"])
            sketch.Strokes(sketch.Scatter(200, 250, 126, 126, 34).Where(place => place.Y < 290).Select(place => (place.X - 6, place.Y, sketch.Chance.Between(-18, 18), sketch.Chance.Between(-12, 12))).ToList(), tone, 5);
        sketch.Path($"M62 256A138 138 0 0 0 200 394A138 138 0 0 0 338 256Q280 296 200 286T62 256Z", Tint.Paper).Path($"M338 256Q280 296 200 286T62 256L60 244Q130 276 200 272T340 244Z", Tint.Darker(Tint.Paper, 8));
        sketch.Strokes(Enumerable.Range(0, 6).Select(at => at * 40 - 100).Select(off => (200 + off, 294 - Math.Abs(off) / 9, -off * 2 / 5, 80)), "#3B2C201F", 3);
        sketch.Dot(200, 334, 30, sketch.Palette.Strong).Ring(200, 334, 24, Tint.Paper, 2).Leaf(184, 342, 34, -32, Tint.Paper);
    }

    public static void Gaiwan(Sketch sketch, string colour)
    {
        var ring = sketch.Palette.Strong;
        sketch.Steam(196, 176).Shadow(200, 434, 140);
        sketch.Oval(200, 414, 138, 24, Tint.Darker(Tint.Paper, 12)).Oval(200, 408, 138, 22, Tint.Paper).Line($"M70 410Q200 440 330 410", ring, 3);
        sketch.Path($"M92 256Q96 372 160 408H240Q304 372 308 256Z", Tint.Paper).Path($"M250 256Q250 360 216 408H240Q304 372 308 256Z", Tint.Darker(Tint.Paper, 9)).Oval(200, 256, 108, 27, Tint.Darker(Tint.Paper, 15)).Oval(200, 259, 96, 21, colour);
        foreach (var (x, y) in sketch.Scatter(196, 258, 64, 10, 5)) sketch.Leaf(x - 12, y, 30, sketch.Chance.Between(-30, 30), "#7FA05A");
        sketch.Line($"M97 282Q200 318 303 282", ring, 3).Blossom(150, 346, 22, ring, sketch.Palette.Glow).Leaf(172, 352, 42, 10, Tint.Leaf).Leaf(128, 362, 36, 140, Tint.Leaf);
        sketch.Group($"translate(318 366) rotate(24)", () => sketch.Path($"M-62 20Q-50-24 0-26T62 20Q0 38-62 20Z", Tint.Paper).Box(-16, -40, 32, 18, 6, Tint.Paper).Line($"M-56 14Q0 32 56 14", ring, 3));
        sketch.Sprig(26, 456, 84, -16, "#6E9A52");
    }

    /// <summary>One bud, two leaves, as the pickers count.</summary>
    public static void Buds(Sketch sketch, string colour)
    {
        sketch.Line($"M200 470Q206 380 196 270", Tint.Darker(colour, 25), 9);
        sketch.Leaf(200, 400, 150, -28, colour).Leaf(198, 372, 142, -152, Tint.Darker(colour, 8)).Leaf(198, 310, 128, -52, Tint.Lighter(colour, 12)).Leaf(197, 296, 116, -128, Tint.Lighter(colour, 6));
        sketch.Path($"M190 280Q168 190 204 116Q226 200 204 280Z", Tint.Lighter(colour, 34)).Path($"M199 280Q210 200 204 116Q226 200 204 280Z", Tint.Lighter(colour, 14));
        foreach (var (x, y, turn) in (ReadOnlySpan<(int, int, int)>)[(212, 396, -28), (186, 368, -152), (206, 302, -52), (190, 288, -128)])
            sketch.Group($"translate({x} {y}) rotate({turn})", () => sketch.Line($"M0 0L92 0M28 0l18-13M52 0l18-11M34 0l20 10M60 0l16 9", Tint.Lighter(colour, 42), 2));
        sketch.Dot(262, 384, 8, "#FFFFFFB0").Dot(258, 381, 3, "#FFFFFF");
    }

    private static void Cup(Sketch sketch, int x, int y, string tea)
    {
        sketch.Steam(x, y - 26).Shadow(x, y + 48, 56).Path($"M{x - 48} {y}Q{x - 44} {y + 44} {x - 20} {y + 48}H{x + 20}Q{x + 44} {y + 44} {x + 48} {y}Z", Tint.Paper);
        sketch.Path($"M{x + 20} {y}Q{x + 22} {y + 36} {x + 4} {y + 48}H{x + 20}Q{x + 44} {y + 44} {x + 48} {y}Z", Tint.Darker(Tint.Paper, 9)).Oval(x, y, 48, 13, Tint.Darker(Tint.Paper, 12)).Oval(x, y + 1, 40, 9, Tint.Lighter(tea, 10));
        sketch.Line($"M{x - 43} {y + 20}Q{x} {y + 34} {x + 43} {y + 20}", sketch.Palette.Strong, 3);
    }
}
