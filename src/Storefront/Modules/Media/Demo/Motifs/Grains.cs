namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>What is poured: from sacks, into bowls and baskets. The colour is the grain's.</summary>
internal static class Grains
{
    public static void Sack(Sketch sketch, string colour)
    {
        var cloth = sketch.Chance.Pick("#CDB083", "#D8C6A0", "#BE9A68", "#C9BFA6");
        sketch.Shadow(200, 438, 140);
        Ears(sketch);
        sketch.Path($"M92 230Q70 330 84 420Q90 440 130 440H272Q312 440 316 420Q330 330 308 230Z", cloth).Path($"M256 230Q280 340 250 440H272Q312 440 316 420Q330 330 308 230Z", Tint.Darker(cloth, 13));
        for (var y = 268; y < 430; y += 22) sketch.Line($"M{90 - y % 7} {y}Q200 {y + 10} {312 + y % 7} {y}", Tint.Darker(cloth, 10), 2);
        Heap(sketch, 200, 226, 106, 58, colour);
        sketch.Path($"M84 222Q200 262 316 222Q328 240 312 256Q200 292 88 256Q72 240 84 222Z", Tint.Lighter(cloth, 20)).Line($"M90 250Q200 284 310 250", Tint.Darker(cloth, 14), 3);
        sketch.Label(146, 304, 108, 92, sketch.Palette.Strong);
        sketch.Strokes(sketch.Scatter(336, 446, 34, 10, 8).Select(place => (place.X, place.Y, sketch.Chance.Between(2, 6), sketch.Chance.Between(-5, 5))), Tint.Darker(colour, 8), 7);
    }

    public static void Bowl(Sketch sketch, string colour)
    {
        var glaze = sketch.Palette.Strong;
        sketch.Shadow(200, 436, 120);
        Heap(sketch, 200, 284, 132, 84, colour);
        sketch.Path($"M58 280Q66 388 150 418H250Q334 388 342 280Q200 316 58 280Z", Tint.Paper).Path($"M270 301Q270 380 226 418H250Q334 388 342 280Q306 296 270 301Z", Tint.Darker(Tint.Paper, 9)).Path($"M146 416H254L246 438H154Z", Tint.Darker(Tint.Paper, 12));
        sketch.Line($"M58 282Q200 318 342 282", glaze, 6).Line($"M68 322Q200 362 332 322", glaze, 3);
        for (var x = 108; x <= 292; x += 46) sketch.Path($"M{x - 15} {372 - Math.Abs(x - 200) / 5}q15-26 30 0q-15 16-30 0Z", glaze);
        sketch.Sprig(304, 452, 76, -24, Tint.Leaf);
    }

    public static void Basket(Sketch sketch, string colour)
    {
        sketch.Shadow(200, 440, 146).Line($"M78 300Q84 120 200 112T322 300", Tint.Darker(Tint.Straw, 30), 13).Line($"M84 294Q92 126 200 118T316 294", Tint.Straw, 4);
        sketch.Define("k", () => sketch.Oval(0, 0, 31, 36, Sketch.Any).Line($"M-14-8q2-12 10-16", "#FFFFFF99", 5));
        foreach (var (x, y) in sketch.Scatter(200, 284, 104, 34, 15))
            sketch.Stamp("k", x, y, sketch.Chance.Between(-24, 24), Tint.Mix(colour, sketch.Chance.Pick("#FFF4DC", "#5A2A14"), sketch.Chance.Between(0, 18)));
        sketch.Path($"M62 296Q200 344 338 296L312 428Q200 456 88 428Z", Tint.Straw);
        sketch.Cut("b", $"M62 296Q200 344 338 296L312 428Q200 456 88 428Z", () =>
        {
            var weave = Enumerable.Range(0, 6).SelectMany(row => Enumerable.Range(0, 8).Select(at => at * 36 + 68 + row % 2 * 18).Select(x => (x, 316 + row * 25 + 22 - (x - 191) * (x - 191) / 900, 0, 6)));
            sketch.Strokes(weave, Tint.Darker(Tint.Straw, 17), 18);
        });
        sketch.Line($"M62 296Q200 344 338 296", Tint.Darker(Tint.Straw, 32), 13).Line($"M64 293Q200 340 336 293", Tint.Lighter(Tint.Straw, 25), 3);
    }

    public static void Ears(Sketch sketch)
    {
        var stalk = sketch.Chance.Pick("#D2A93F", "#B9A24A", "#C98F3A");
        sketch.Define("e", () =>
        {
            sketch.Line($"M0 0Q-6-130 44-200", Tint.Darker(stalk, 12), 4);
            sketch.Strokes(Enumerable.Range(0, 7).Select(at => (10 + at * 6, -124 - at * 14, 10 - at, -7 - at)), stalk, 11);
            sketch.Strokes(Enumerable.Range(0, 7).Select(at => (at * 6 - 2, -122 - at * 14, -3 + at / 2, -13)), Tint.Lighter(stalk, 14), 11);
        });
        foreach (var (x, turn) in (ReadOnlySpan<(int, int)>)[(300, 8), (322, 22), (284, -6), (92, -32)]) sketch.Stamp("e", x, 330, turn);
    }

    private static void Heap(Sketch sketch, int x, int y, int rx, int height, string colour)
    {
        var top = y - height;
        sketch.Path($"M{x - rx} {y + 16}Q{x - rx / 2} {top + 4} {x} {top}T{x + rx} {y + 16}Q{x} {y + 44} {x - rx} {y + 16}Z", Tint.Darker(colour, 9));
        foreach (var (tone, shift) in (ReadOnlySpan<(string, int)>)[(Tint.Darker(colour, 22), 0), (Tint.Lighter(colour, 26), 11)])
        {
            var grains = Enumerable.Range(0, 8).SelectMany(row =>
            {
                var half = (int)(rx * Math.Sqrt((row + .6) / 9.0));
                return Enumerable.Range(0, half * 2 / 22).Select(column => (
                    x - half + 8 + shift + column * 22 + sketch.Chance.Between(-4, 4), top + 10 + row * (height + 14) / 8 + sketch.Chance.Between(-3, 3),
                    sketch.Chance.Between(2, 7), sketch.Chance.Between(-6, 6)));
            });
            sketch.Strokes(grains, tone, 7);
        }
    }
}
