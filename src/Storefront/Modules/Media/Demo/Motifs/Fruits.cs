namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>From the tree and the bush.</summary>
internal static class Fruits
{
    public static void Citrus(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 438, 160);
        Round(sketch, 150, 300, 104, colour);
        sketch.Leaf(158, 206, 92, -26, Tint.Leaf).Leaf(146, 206, 66, -150, Tint.Darker(Tint.Leaf, 10)).Line($"M150 210q2-16 12-24", Tint.Darker(Tint.Wood, 30), 7);
        Half(sketch, 268, 364, 76, colour);
        if (sketch.Chance.In100(60)) Round(sketch, 86, 404, 42, Tint.Lighter(colour, 10));
    }

    public static void Crate(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 444, 168);
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(130, 236), (200, 226), (270, 236), (96, 290), (166, 286), (236, 286), (304, 290)])
        {
            Round(sketch, x, y, 46, Tint.Mix(colour, sketch.Chance.Pick("#FFE0A0", "#A8421C"), sketch.Chance.Between(0, 16)));
            if (sketch.Chance.In100(60)) sketch.Leaf(x, y - 42, 36, sketch.Chance.Between(-60, 0), Tint.Leaf);
        }
        foreach (var y in (ReadOnlySpan<int>)[304, 348, 392]) sketch.Box(42, y, 316, 38, 3, y == 348 ? Tint.Lighter(Tint.Wood, 12) : Tint.Wood).Line($"M60 {y + 14}h{sketch.Chance.Between(70, 150)}M{sketch.Chance.Between(230, 270)} {y + 24}h70", Tint.Darker(Tint.Wood, 18), 2);
        foreach (var x in (ReadOnlySpan<int>)[42, 336]) sketch.Box(x, 300, 22, 136, 3, Tint.Darker(Tint.Wood, 16));
        sketch.Label(152, 322, 96, 92, sketch.Palette.Strong);
    }

    /// <summary>Berries on the branch: goji, dates, waxberries.</summary>
    public static void Branch(Sketch sketch, string colour)
    {
        var wood = "#8B6542";
        sketch.Line($"M30 96Q160 120 220 210T330 440M150 130Q250 120 330 170M214 200Q140 260 110 350", wood, 9);
        foreach (var (x, y, turn) in (ReadOnlySpan<(int, int, int)>)[(90, 104, -60), (120, 116, 60), (178, 148, -40), (240, 134, -70), (290, 146, -30), (236, 238, -20), (262, 290, 150), (176, 236, 160), (136, 292, 20), (292, 352, -30), (318, 410, 150), (120, 330, 170)])
            sketch.Leaf(x, y, 56, turn, sketch.Chance.In100(50) ? Tint.Leaf : Tint.Lighter(Tint.Leaf, 16));
        sketch.Define("r", () => sketch.Line($"M0-18Q2-28 0-36", wood, 3).Path($"M-12 0Q-13-20 0-20T12 0Q11 22 0 24Q-11 22-12 0Z", Sketch.Any).Line($"M-5-6q0-6 4-8", "#FFFFFFAA", 4));
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(96, 150), (146, 168), (190, 186), (226, 172), (272, 172), (316, 202), (252, 262), (226, 296), (282, 314), (254, 340), (150, 292), (172, 326), (126, 370), (96, 388), (304, 388), (276, 414), (204, 250), (330, 240)])
            sketch.Stamp("r", x, y, sketch.Chance.Between(-14, 14), Tint.Mix(colour, sketch.Chance.Pick("#F2A24A", "#7A1412"), sketch.Chance.Between(0, 26)));
    }

    public static void Nuts(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 438, 164);
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(196, 236), (122, 300), (270, 306), (78, 380), (190, 346)]) Nut(sketch, x, y, Tint.Mix(colour, sketch.Chance.Pick("#F0D29A", "#5A3214"), sketch.Chance.Between(0, 18)));
        OpenNut(sketch, 284, 390, colour);
        sketch.Leaf(254, 226, 86, -40, Tint.Leaf).Leaf(246, 232, 70, 6, Tint.Darker(Tint.Leaf, 10)).Leaf(140, 232, 70, -150, Tint.Leaf);
    }

    /// <summary>One pair of ripe things as on an old seed packet: persimmon, pear, apple, kiwi.</summary>
    public static void Pair(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 438, 150).Line($"M60 116Q170 96 236 190M170 124Q150 170 146 220", "#8B6542", 9);
        sketch.Leaf(96, 112, 84, 54, Tint.Leaf).Leaf(180, 130, 96, -34, Tint.Lighter(Tint.Leaf, 10)).Leaf(206, 148, 90, 14, Tint.Darker(Tint.Leaf, 8));
        Round(sketch, 140, 312, 92, Tint.Mix(colour, "#F6C27A", 14));
        Round(sketch, 262, 340, 96, colour);
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(142, 226), (256, 250)])
            sketch.Path($"M{x - 44} {y + 6}Q{x - 22} {y - 16} {x} {y - 4}Q{x + 22} {y - 18} {x + 44} {y + 6}Q{x + 18} {y + 6} {x + 10} {y + 22}Q{x} {y + 10} {x - 12} {y + 22}Q{x - 18} {y + 6} {x - 44} {y + 6}Z", Tint.Darker(Tint.Leaf, 6)).Dot(x, y + 2, 6, "#8B6542");
    }

    private static void Round(Sketch sketch, int x, int y, int r, string colour)
    {
        sketch.Dot(x, y, r, colour).Path($"M{x + r / 3} {y - r * 19 / 20}A{r} {r} 0 0 1 {x - r / 3} {y + r * 19 / 20}Q{x + r * 3 / 4} {y + r / 2} {x + r / 3} {y - r * 19 / 20}Z", Tint.Darker(colour, 11));
        sketch.Line($"M{x - r * 2 / 3} {y - r / 8}q{r / 12} {-r / 3} {r / 3} {-r * 3 / 7}", "#FFFFFF88", Math.Max(4, r / 9));
        if (r < 60) return;
        sketch.Strokes(sketch.Scatter(x, y, r * 4 / 5, r * 4 / 5, 14).Select(place => (place.X, place.Y, 0, 1)), Tint.Darker(colour, 24), 4);
    }

    private static void Half(Sketch sketch, int x, int y, int r, string colour)
    {
        sketch.Dot(x, y, r, Tint.Darker(colour, 12)).Dot(x, y, r - 5, "#FFF3D2");
        for (var part = 0; part < 9; part++)
            sketch.Group($"translate({x} {y}) rotate({part * 40})", () => sketch.Path($"M0-7L{r * 2 / 7} {-r * 5 / 8}Q{r / 5} {10 - r} 0 {10 - r}T{-r * 2 / 7} {-r * 5 / 8}Z", part % 2 == 0 ? colour : Tint.Lighter(colour, 15)));
        sketch.Dot(x, y, 7, "#FFF3D2");
    }

    private static void Nut(Sketch sketch, int x, int y, string colour)
    {
        var dark = Tint.Darker(colour, 26);
        sketch.Path($"M{x - 56} {y + 4}Q{x - 54} {y - 46} {x} {y - 52}T{x + 56} {y + 4}Q{x + 46} {y + 50} {x} {y + 54}T{x - 56} {y + 4}Z", colour).Path($"M{x + 10} {y - 52}Q{x + 56} {y - 44} {x + 56} {y + 4}Q{x + 46} {y + 50} {x} {y + 54}Q{x + 36} {y} {x + 10} {y - 52}Z", Tint.Darker(colour, 12));
        sketch.Line($"M{x} {y - 52}Q{x - 14} {y} {x} {y + 54}", dark, 5);
        sketch.Line($"M{x - 40} {y - 16}q14-8 12 8t14 8M{x - 38} {y + 18}q12-6 16 6M{x + 14} {y - 26}q14 2 12 16t14 10M{x + 14} {y + 20}q12-8 22 0M{x - 26} {y - 34}q8 2 10 10", dark, 4);
    }

    private static void OpenNut(Sketch sketch, int x, int y, string colour)
    {
        sketch.Oval(x, y, 66, 52, colour).Oval(x, y - 3, 56, 42, Tint.Darker(colour, 38));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            sketch.Path($"M{x + side * 4} {y - 34}q{side * 40}-6 {side * 44} 22q{side * 6} 14-{4} 20q{side * -2} 22 {side * -22} 20q{side * -14} 4 {side * -18} -8Z", "#E9C98E").Line($"M{x + side * 14} {y - 18}q{side * 14} 2 {side * 12} 12t{side * 10} 10M{x + side * 12} {y + 8}q{side * 12} 2 {side * 14} 10", "#B98A4E", 4);
    }
}
