namespace Storefront.Modules.Media.Demo;

/// <summary>What lies behind and under a thing: each sheet takes one by chance, the seed decides the inks.</summary>
internal static class Backdrops
{
    private const int Edge = 385;

    private static readonly IReadOnlyList<Action<Sketch>> Walls = [Sun, Rays, Hills, Arch, Sprigs, Stripes];

    public static void Draw(Sketch sketch)
    {
        sketch.Box(0, 0, Sketch.Width, Sketch.Height, 0, sketch.Palette.Wall);
        sketch.Chance.Pick(Walls)(sketch);
        Table(sketch);
    }

    /// <summary>The thin line of a printed card, and a sun's warmth kept off its corners.</summary>
    public static void Frame(Sketch sketch) =>
        sketch.Line($"M30 16H370Q384 16 384 30V470Q384 484 370 484H30Q16 484 16 470V30Q16 16 30 16Z", Tint.Paper + "B0", 3);

    private static void Sun(Sketch sketch)
    {
        var glow = sketch.Palette.Glow;
        sketch.Dot(200, 235, 165, glow).Ring(200, 235, 178, glow, 3);
    }

    private static void Rays(Sketch sketch)
    {
        var rays = new System.Text.StringBuilder();
        for (var turn = 0; turn < 360; turn += 20)
        {
            var (a, b) = (turn * Math.PI / 180, (turn + 10) * Math.PI / 180);
            rays.Append(FormattableString.Invariant($"M200 270L{200 + 420 * Math.Cos(a):0} {270 + 420 * Math.Sin(a):0} {200 + 420 * Math.Cos(b):0} {270 + 420 * Math.Sin(b):0}Z"));
        }
        sketch.Path($"{rays}", Tint.Mix(sketch.Palette.Wall, sketch.Palette.Glow, 45)).Dot(200, 270, 118, sketch.Palette.Glow);
    }

    private static void Hills(Sketch sketch)
    {
        var (chance, palette) = (sketch.Chance, sketch.Palette);
        sketch.Dot(chance.Between(90, 310), chance.Between(90, 130), 44, palette.Glow);
        var lift = chance.Between(-25, 25);
        sketch.Path($"M0 {250 + lift}Q70 {170 + lift} 150 {235 + lift}T300 {205 - lift}T400 {225 - lift}V500H0Z", palette.Far);
        sketch.Path($"M0 {310 - lift}Q110 {225 - lift} 210 {300}T400 {270 + lift}V500H0Z", Tint.Mix(palette.Far, palette.Near, 55));
        sketch.Path($"M0 {345 + lift / 2}Q140 {290} 260 {345}T400 {330}V500H0Z", palette.Near);
        for (var step = 0; step < 3; step++)
            sketch.Line($"M{20 + step * 12} {352 + step * 10}Q150 {312 + step * 11} 262 {362 + step * 9}", Tint.Lighter(palette.Near, 22), 3);
    }

    private static void Arch(Sketch sketch)
    {
        var inner = Tint.Mix(sketch.Palette.Wall, sketch.Palette.Glow, 70);
        sketch.Path($"M62 400V205A138 138 0 0 1 338 205V400Z", sketch.Palette.Far).Path($"M76 400V205A124 124 0 0 1 324 205V400Z", inner);
    }

    private static void Sprigs(Sketch sketch)
    {
        var ink = Tint.Mix(sketch.Palette.Wall, sketch.Palette.Near, sketch.Palette.IsDark ? 75 : 38);
        sketch.Define("s", () => sketch.Line($"M0 22Q3 0 0-22", ink, 3).Path($"M0-4Q16-8 19-22Q3-20 0-4M0 8Q-16 4-19-10Q-3-8 0 8M0 16Q14 12 17 0Q3 2 0 16", ink));
        for (var row = 0; row < 5; row++)
            for (var column = 0; column < 5; column++)
                sketch.Stamp("s", 40 + column * 82 - row % 2 * 41, 48 + row * 78, row % 2 == 0 ? 14 : -14);
        sketch.Dot(200, 262, 128, sketch.Palette.Glow);
    }

    private static void Stripes(Sketch sketch)
    {
        var stripe = Tint.Mix(sketch.Palette.Wall, sketch.Palette.Glow, 38);
        sketch.Strokes(Enumerable.Range(0, 9).Select(at => (20 + at * 48, 0, 0, 400)), stripe, 24);
        sketch.Oval(200, 250, 150, 165, sketch.Palette.Glow).Oval(200, 250, 137, 152, Tint.Lighter(sketch.Palette.Glow, 35));
    }

    private static void Table(Sketch sketch)
    {
        var (chance, palette) = (sketch.Chance, sketch.Palette);
        switch (chance.Between(0, 2))
        {
            case 0:
                sketch.Box(0, Edge, 400, 115, 0, palette.Table).Box(0, Edge, 400, 7, 0, Tint.Lighter(palette.Table, 28));
                foreach (var y in (ReadOnlySpan<int>)[425, 462]) sketch.Line($"M0 {y}H{chance.Between(150, 260)}M{chance.Between(280, 320)} {y}H400", Tint.Darker(palette.Table, 15), 2);
                break;
            case 1:
                Cloth(sketch);
                break;
            default:
                sketch.Path($"M0 {Edge + 12}Q200 {Edge - 18} 400 {Edge + 12}V500H0Z", palette.Table);
                sketch.Line($"M0 {Edge + 12}Q200 {Edge - 18} 400 {Edge + 12}", Tint.Lighter(palette.Table, 30), 5);
                break;
        }
    }

    private static void Cloth(Sketch sketch)
    {
        var strong = sketch.Palette.Strong;
        sketch.Box(0, Edge, 400, 115, 0, Tint.Lighter(strong, 72));
        sketch.Path($"M12 {Edge}h22v115h-22ZM58 {Edge}h22v115h-22ZM104 {Edge}h22v115h-22ZM150 {Edge}h22v115h-22ZM196 {Edge}h22v115h-22ZM242 {Edge}h22v115h-22ZM288 {Edge}h22v115h-22ZM334 {Edge}h22v115h-22ZM380 {Edge}h22v115h-22Z", strong + "55")
            .Path($"M0 {Edge + 10}h400v20H0ZM0 {Edge + 52}h400v20H0ZM0 {Edge + 94}h400v20H0Z", strong + "55");
        sketch.Box(0, Edge, 400, 5, 0, strong);
    }
}
