namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>Oil, shoots, wax: what else comes from hill and yard.</summary>
internal static class Kitchen
{
    public static void Bottle(Sketch sketch, string colour)
    {
        var tall = sketch.Chance.In100(55);
        var (half, shoulder) = tall ? (52, 236) : (68, 270);
        var (left, right, glass) = (180 - half, 180 + half, Tint.Lighter(colour, 50));
        sketch.Shadow(190, 434, half + 40);
        sketch.Path($"M162 130H198V190Q200 206 {right - 10} {shoulder}Q{right} {shoulder + 12} {right} {shoulder + 30}V412Q{right} 434 {right - 20} 434H{left + 20}Q{left} 434 {left} 412V{shoulder + 30}Q{left} {shoulder + 12} {left + 10} {shoulder}Q160 206 162 190Z", glass);
        sketch.Path($"M168 184H192Q194 208 {right - 16} {shoulder + 8}Q{right - 7} {shoulder + 20} {right - 7} {shoulder + 34}V410Q{right - 7} 427 {right - 24} 427H{left + 24}Q{left + 7} 427 {left + 7} 410V{shoulder + 34}Q{left + 7} {shoulder + 20} {left + 16} {shoulder + 8}Q166 208 168 184Z", colour);
        sketch.Path($"M{right - 26} {shoulder + 30}Q{right - 7} {shoulder + 20} {right - 7} {shoulder + 34}V410Q{right - 7} 427 {right - 24} 427H{right - 46}Q{right - 26} 420 {right - 26} 400Z", Tint.Darker(colour, 14));
        sketch.Line($"M{left + 20} {shoulder + 34}V{400}", "#FFFFFF99", 6).Box(158, 96, 44, 42, 6, Tint.Wood).Box(158, 96, 44, 12, 5, Tint.Lighter(Tint.Wood, 30)).Line($"M160 150q20 8 40 0M180 154l-12 26M180 154l16 24", Tint.Darker(Tint.Straw, 26), 4);
        sketch.Label(left + 14, shoulder + 60, half * 2 - 28, Math.Min(100, 346 - shoulder), sketch.Palette.Strong);
        sketch.Leaf(300, 420, 76, -62, "#46704A").Leaf(316, 424, 66, -8, "#46704A").Leaf(300, 424, 60, -170, "#46704A");
        if (tall) sketch.Blossom(306, 400, 44, "#FFF8EC", "#E8B030").Blossom(346, 362, 24, "#FFF8EC", "#E8B030");
        else sketch.Dot(316, 404, 30, "#8B5A3C").Dot(316, 404, 22, "#6B3F28").Oval(308, 398, 9, 12, "#2E1D16", 20).Oval(324, 408, 9, 12, "#3B261C", -20).Dot(268, 430, 11, "#3B261C").Dot(352, 434, 10, "#2E1D16");
    }

    public static void Shoots(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 440, 156);
        sketch.Define("k", () => Shoot(sketch, colour));
        foreach (var (x, y, turn, percent) in (ReadOnlySpan<(int, int, int, int)>)[(112, 420, -10, 96), (290, 420, 12, 90), (204, 436, 2, 116)])
            sketch.Group($"translate({x} {y}) rotate({turn}) scale({percent / 100.0})", () => sketch.Stamp("k", 0, 0));
        if (sketch.Chance.In100(60)) sketch.Oval(330, 440, 40, 14, "#F3E3B8").Oval(330, 436, 40, 14, "#FAF0D0").Oval(330, 436, 24, 8, "#E4CC90");
        else sketch.Leaf(40, 440, 90, -30, Tint.Leaf).Leaf(52, 444, 80, 4, Tint.Leaf);
    }

    public static void Candles(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 438, 150);
        foreach (var (x, top, width) in (ReadOnlySpan<(int, int, int)>)[(86, 246, 58), (170, 176, 66), (262, 290, 78)])
        {
            sketch.Box(x, top, width, 434 - top, 6, colour).Box(x + width * 2 / 3, top, width / 3, 434 - top, 6, Tint.Darker(colour, 14)).Oval(x + width / 2, top + 4, width / 2, 11, Tint.Lighter(colour, 34));
            var (step, rows) = (width / 4 - 4, Enumerable.Range(0, (390 - top) / 26).Select(row => top + 34 + row * 26));
            sketch.Strokes(rows.SelectMany(y => Enumerable.Range(0, 4).Select(at => (x + 8 + at * step, y - at % 2 * 9, step, at % 2 == 0 ? -9 : 9))), Tint.Darker(colour, 18), 3);
            var middle = x + width / 2;
            sketch.Line($"M{middle} {top + 4}v-18", Tint.Ink, 4).Path($"M{middle} {top - 62}Q{middle + 18} {top - 30} {middle} {top - 14}Q{middle - 18} {top - 30} {middle} {top - 62}Z", "#F6C24A").Path($"M{middle} {top - 42}Q{middle + 9} {top - 26} {middle} {top - 16}Q{middle - 9} {top - 26} {middle} {top - 42}Z", "#FFF0C0");
        }
        sketch.Bee(344, 208, 90, -20);
    }

    /// <summary>An earthen jar with a cloth over its mouth: pickles, pastes, wine lees.</summary>
    public static void Crock(Sketch sketch, string colour)
    {
        var strong = sketch.Palette.Strong;
        sketch.Shadow(200, 438, 130);
        sketch.Path($"M136 196Q58 250 74 344Q88 420 140 438H260Q312 420 326 344Q342 250 264 196Z", colour).Path($"M230 196Q300 270 264 372Q250 420 226 438H260Q312 420 326 344Q342 250 264 196Z", Tint.Darker(colour, 16));
        sketch.Path($"M92 262Q130 296 160 268T224 276T296 260Q284 226 264 196H136Q108 220 92 262Z", Tint.Darker(colour, 30)).Line($"M104 262q4-20 16-34", "#FFFFFF66", 7);
        sketch.Path($"M118 150Q200 112 282 150L300 212Q262 196 232 212Q200 196 168 212Q138 196 100 212Z", strong).Line($"M112 176Q200 196 288 176", Tint.Darker(Tint.Straw, 12), 7).Line($"M136 158Q200 128 264 158", Tint.Lighter(strong, 30), 4);
        sketch.Group($"rotate(45 200 338)", () => sketch.Box(164, 302, 72, 72, 2, Tint.Red).Line($"M172 310h56v56h-56Z", "#F2C86A", 3));
        sketch.Line($"M186 322h28M200 316v44M182 340h36M188 358h24", "#F2C86A", 5);
        for (var at = 0; at < 4; at++) sketch.Group($"translate({318 + at % 2 * 34} {424 + at * 8}) rotate({sketch.Chance.Between(-30, 30)})", () => sketch.Path($"M-24 0Q0-14 24 2Q0 8-24 0Z", Tint.Red).Line($"M-24 0l-9-5", Tint.Leaf, 4));
    }

    private static void Shoot(Sketch sketch, string colour)
    {
        sketch.Path($"M-58 0Q-66-110-18-206Q0-250 14-206Q64-110 58 0Q0 20-58 0Z", colour);
        foreach (var (up, half) in (ReadOnlySpan<(int, int)>)[(0, 59), (44, 57), (88, 50), (132, 39), (174, 25)])
        {
            var tone = up % 88 == 0 ? Tint.Darker(colour, 14) : Tint.Lighter(colour, 14);
            sketch.Path($"M{-half} {-up}Q{-half + 6} {-up - 52} {half / 5} {-up - 76}Q{half + 4} {-up - 40} {half} {-up}Q0 {16 - up} {-half} {-up}Z", tone).Line($"M{half / 5} {-up - 72}Q{half / 3} {-up - 36} {half / 4} {6 - up}", Tint.Darker(tone, 14), 2);
            sketch.Leaf(half / 5, -up - 72, 20, -70, Tint.Leaf);
        }
        sketch.Strokes(Enumerable.Range(-2, 5).Select(at => (at * 20, 4, 0, 1)), "#B4526A", 8);
    }
}
